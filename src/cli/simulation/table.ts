/** A played scenario as a table for people. */
import type { Simulated, SimulatedEvent, SimulatedProbe } from '../../domain/simulation/shown.js';

const eventLine = ({ at, kind, key, told, ...more }: SimulatedEvent): string => {
  const facts = Object.entries(more).map(([name, value]) => `${name}=${value}`);
  const cells = [at.padEnd(17), kind.padEnd(18), key.padEnd(32), told.join(', '), facts.join(' ')];
  return cells.join(' ').trimEnd();
};

const probeLines = (probe: SimulatedProbe): readonly string[] => {
  const { at, lifecycle, suspended, light, level, milestones, owed } = probe;
  return [
    '',
    `at ${at}: ${lifecycle}${suspended ? ', suspended' : ''}, ${light}, ${level}`,
    ...Object.entries(milestones).map(
      ([id, m]) =>
        `  ${id.padEnd(6)} due ${m.due} (first ${m.firstDue}), epoch ${m.epoch}, ${m.light}, marks ${m.marks}, days overdue ${m.daysOverdue}`,
    ),
    ...owed.map(
      (o) => `  owed ${o.case} by ${o.by} since ${o.since} until ${o.until}${o.over ? ', over' : ''}`,
    ),
  ];
};

export const asTable = (title: string, { events, rejections, probes }: Simulated): string =>
  [
    title,
    '',
    ...events.map(eventLine),
    ...(rejections.length > 0 ? ['', 'refused'] : []),
    ...rejections.map(({ at, do: command, code }) => `${at.padEnd(17)} ${command.padEnd(24)} ${code}`),
    ...probes.flatMap(probeLines),
    '',
  ].join('\n');
