/** A command looked at before it is given: the same decision, of which nothing is kept. */
import { foreseen } from '../../domain/forecast.js';
import { commandBodies } from '../contract/commands.js';
import { checked } from '../contract/faults.js';
import { previewCommand } from '../contract/preview.js';
import { planNow } from '../../store/plans.js';
import { Problem } from '../problem.js';
import { namesFor } from '../say.js';
import { serve, type Served } from '../serve.js';
import { comesTo } from '../submit.js';
import { shown } from '../times.js';
import { commandOf } from './commands.js';
import { foreseenShown, type Telling } from './forecast-shown.js';
import { planOfItem, visibleItem } from './visible-item.js';

const preview = serve(previewCommand, ({ context, caller, params, body, language, words }) =>
  context.db.asReader(caller.actor, async (tx) => {
    const item = await visibleItem(tx, caller, params.item);
    const given = checked(commandBodies[params.command], body, language);
    if ('faults' in given) throw new Problem('invalid_body', { faults: given.faults });
    const plan = await planOfItem(tx, item);
    const command = await commandOf(tx, plan, params.command, given.value);
    const events = await comesTo(tx, { caller, expectedVersion: null, plan, item, command }, context.now());
    const names = await namesFor(tx, { plans: [plan.id], items: [item.id], people: [] });
    const telling: Telling = { planId: plan.id, names, words };
    return {
      as: 'ok',
      body: {
        asOf: shown(planNow(plan, context.now())),
        version: item.version,
        happens: events.map((event) => foreseenShown(foreseen(event), item.id, telling)),
      },
    };
  }),
);

export const commandPreviewRoutes: readonly Served[] = [preview];
