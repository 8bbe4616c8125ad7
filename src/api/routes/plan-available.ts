/** What the caller may ask of a plan now, and in words why not. */
import type { z } from 'zod';
import type { PlanCommand } from '../../domain/plan-commands.js';
import { planRefusal, type PlanBooks } from '../../domain/plan-rules.js';
import { planNow, type PlanRow } from '../../store/plans.js';
import type { availableCommand } from '../contract/item-shapes.js';
import type { Endpoint } from '../contract/endpoint.js';
import { problemText } from '../problem.js';
import type { Ask } from '../serve.js';

type Shown = z.input<typeof availableCommand>;
type Asking = Pick<Ask<Endpoint>, 'caller' | 'context' | 'language' | 'words'>;

/** The commands are samples: what they bring is sound, so that only who asks and how things stand decides. */
export const planAvailable = (
  commands: readonly PlanCommand[],
  books: PlanBooks,
  plan: PlanRow,
  { caller, context, language, words }: Asking,
): Shown[] =>
  commands.map((command) => {
    const reason = planRefusal(books, command, caller.actor, planNow(plan, context.now()));
    return {
      command: command.type,
      title: words.planCommands[command.type],
      allowed: reason === null,
      reason: reason && problemText(reason.refused, reason.detail, language),
    };
  });
