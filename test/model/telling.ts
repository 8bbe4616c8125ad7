/** A life told, a line a command, to be read by whoever has to find the fault. */
import { formatInstant } from '../../src/domain/instants.js';
import type { Policy } from '../../src/domain/policy.js';
import type { Life, Step } from './life.js';

/** Policies are told by their version, what is empty not at all. */
const shortly = (value: object): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'policy') return (part as Policy).version;
    return part === '' || (Array.isArray(part) && part.length === 0) ? undefined : part;
  });

const stepTold = ({ at, received, outcome, outage }: Step): string => {
  const when = `${outage ? `(away since ${formatInstant(outage.from)}) ` : ''}${formatInstant(at)}`;
  if (!received) return `${when} look`;
  const { person, role, onBehalfOf } = received.actor;
  const { type, ...particulars } = received.command;
  const deputising = onBehalfOf === null ? '' : ` for ${onBehalfOf}`;
  const answered = outcome?.kind === 'refused' ? `refused ${outcome.code}` : outcome?.kind;
  return `${when} ${type} ${shortly(particulars)} by ${person} as ${role}${deputising}: ${answered}`;
};

export const lifeTold = ({ setup, steps }: Life): string =>
  [
    `${formatInstant(setup.bornAt)} registered ${shortly({ ...setup, calendars: '' })}`,
    ...steps.map(stepTold),
  ].join('\n');
