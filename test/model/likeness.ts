/** Whether the core and the simpler model agree about a life; where they do not, the first difference is told. */
import { formatInstant } from '../../src/domain/instants.js';
import type { RefusalCode } from '../../src/domain/refusals.js';
import { turnsOf, type Life, type Step } from './life.js';
import { pictureOfCore, pictureOfModel, rangOf } from './pictures.js';
import { walk } from './simple/walk.js';
import type { World } from './simple/world.js';

const told = (value: unknown): string => JSON.stringify(value, null, 1);

const differ = (n: number, what: string, core: unknown, model: unknown): never => {
  throw new Error(`${what} at step ${n}\ncore ${told(core)}\nmodel ${told(model)}`);
};

const compareAnswer = ({ outcome }: Step, n: number, against: ReadonlySet<RefusalCode>): void => {
  // The model counts no versions: who has not seen the last one is refused before anything else is asked.
  if (outcome === null || (outcome.kind === 'refused' && outcome.code === 'stale_version')) return;
  const agreed = outcome.kind === 'refused' ? against.has(outcome.code) : against.size === 0;
  if (!agreed) differ(n, 'the answer', outcome, [...against]);
};

const comparePictures = (life: Life, n: number, step: Step, world: World): void => {
  const core = pictureOfCore(life, step.after, step.at);
  const model = pictureOfModel(world);
  for (const part of ['lifecycle', 'suspended', 'milestones', 'owed', 'measures', 'light', 'level'] as const)
    if (told(core[part]) !== told(model[part])) differ(n, part, core[part], model[part]);
};

const compareAlarms = (life: Life, n: number, world: World): void => {
  const core = rangOf(life.log.filter(({ seq }) => seq <= (life.steps[n]?.after.version ?? 0)));
  const model = [...world.rang].sort();
  const shown = (lines: readonly string[]) =>
    lines.map((line) => line.replace(/^\d+/, (at) => formatInstant(Number(at))));
  const onlyCore = core.filter((line) => !model.includes(line));
  const onlyModel = model.filter((line) => !core.includes(line));
  if (core.length !== model.length || onlyCore.length + onlyModel.length > 0)
    differ(n, 'what happened by itself', shown(onlyCore), shown(onlyModel));
};

/** The model knows no recorded outages, whose rules are a chapter of their own: the comparison ends with the first. */
const untilOutage = (steps: Life['steps']): Life['steps'] => {
  const first = steps.findIndex(
    ({ received, before, after }) =>
      received?.command.type === 'adoptOutage' && after.version > before.version,
  );
  return first === -1 ? steps : steps.slice(0, first);
};

export const agree = (life: Life): void => {
  const steps = untilOutage(life.steps);
  const last = steps.length - 1;
  walk(life.setup, turnsOf(steps), life.outages, (world, n, against) => {
    const step = steps[n];
    if (!step) return;
    compareAnswer(step, n, against);
    comparePictures(life, n, step, world);
    if (n === last) compareAlarms(life, n, world);
  });
};
