/** `duzhan plan import`: takes a pack over, live or as a rehearsal from a date. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { isDate, type IsoDate } from '../domain/instants.js';
import type { PlanDocument } from '../domain/plan.js';
import type { ImportMode } from '../intake/mode.js';

export type ImportPlan = (plan: PlanDocument, mode: ImportMode) => Promise<void>;

interface ImportOptions {
  readonly live?: true;
  readonly rehearsalFrom?: IsoDate;
}

export const configureImport = (
  plan: Command,
  readSound: (path: string) => Promise<PlanDocument | null>,
  load: () => Promise<ImportPlan>,
): void => {
  plan
    .command('import')
    .description('take a pack over; nothing is imported unless all of it is sound')
    .argument('<path>', 'folder of the pack')
    .addOption(new Option('--live', 'in real time, from now on').conflicts('rehearsalFrom'))
    .addOption(
      new Option(
        '--rehearsal-from <date>',
        'in rehearsed time, from 00:00 of a date (default: the date of publication)',
      ).argParser(dateOption),
    )
    .action(async (path: string, options: ImportOptions) => {
      const document = await readSound(path);
      if (document !== null) await (await load())(document, modeOf(document, options));
    });
};

/** A rehearsal begins when the plan was published unless another date is asked for. */
const modeOf = (plan: PlanDocument, { live, rehearsalFrom }: ImportOptions): ImportMode =>
  live ? { kind: 'live' } : { kind: 'rehearsal', from: rehearsalFrom ?? plan.publishedOn };

const dateOption = (text: string): IsoDate => {
  if (isDate(text)) return text;
  throw new InvalidArgumentError('Wanted is a date that exists, YYYY-MM-DD.');
};
