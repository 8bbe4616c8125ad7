/** Units, their leaders and case officers, and the units an item names: every id leads somewhere, one director. */
import { soundOf, type Draft } from '../draft.js';
import type { Fault, Path } from '../faults.js';
import { at, repeated, type PackDraft } from '../pack-draft.js';
import type { UnitsFile } from '../shapes.js';

export function* checkPosts(pack: PackDraft): Iterable<Fault> {
  yield* checkIds(pack);
  yield* checkDirector(pack);
  yield* checkUnits(pack);
  yield* checkItemUnits(pack);
}

type Listed = readonly ({ readonly id?: string | undefined } | undefined)[] | undefined;

/** Ids that are there, or null when one of the list is not readable. */
const idsOf = (listed: Listed): ReadonlySet<string> | null => {
  const ids = soundOf(listed?.map((entry) => entry?.id)).map(([, id]) => id);
  return listed === undefined || ids.length < listed.length ? null : new Set(ids);
};

const unknown = (id: string | undefined, ids: ReadonlySet<string> | null): id is string =>
  id !== undefined && ids?.has(id) === false;

const allowed = (ids: ReadonlySet<string> | null): string => `allowed are ${[...(ids ?? [])].join(', ')}`;

function* checkIds({ units }: PackDraft): Iterable<Fault> {
  if (units === null) return;
  const lists: [key: string, listed: Listed][] = [
    ['leaders', units.draft.leaders],
    ['caseOfficers', units.draft.caseOfficers],
    ['units', units.draft.units],
  ];
  for (const [key, listed] of lists) {
    for (const [index, id] of repeated(soundOf(listed?.map((entry) => entry?.id)))) {
      yield at(units, [key, index, 'id'], `${id} is given twice; each id stands once`);
    }
  }
}

function* checkDirector({ units }: PackDraft): Iterable<Fault> {
  const ranks = units?.draft.leaders?.map((leader) => leader?.rank);
  if (units === null || ranks === undefined || ranks.includes(undefined)) return;
  const directors = ranks.filter((rank) => rank === 'director').length;
  if (directors !== 1) yield at(units, ['leaders'], `${directors} leaders are director; exactly one must be`);
}

function* checkUnits({ units }: PackDraft): Iterable<Fault> {
  if (units === null) return;
  const { office, leaders, caseOfficers, units: listed } = units.draft;
  const unitIds = idsOf(listed);
  const leaderIds = idsOf(leaders);
  const officerIds = idsOf(caseOfficers);
  if (unknown(office, unitIds))
    yield at(units, ['office'], `there is no unit ${office}; ${allowed(unitIds)}`);
  for (const [index, { leaderInCharge, caseOfficer }] of soundOf<Draft<UnitsFile['units'][number]>>(listed)) {
    const path = ['units', index];
    if (unknown(leaderInCharge, leaderIds)) {
      yield at(
        units,
        [...path, 'leaderInCharge'],
        `there is no leader ${leaderInCharge}; ${allowed(leaderIds)}`,
      );
    }
    if (unknown(caseOfficer, officerIds)) {
      yield at(
        units,
        [...path, 'caseOfficer'],
        `there is no case officer ${caseOfficer}; ${allowed(officerIds)}`,
      );
    }
  }
}

function* checkItemUnits({ items, units }: PackDraft): Iterable<Fault> {
  const unitIds = idsOf(units?.draft.units);
  for (const item of items) {
    const { lead } = item.draft;
    const coUnits = soundOf(item.draft.coUnits);
    const named: [Path, string | undefined][] = [
      [['lead'], lead],
      ...coUnits.map(([index, id]): [Path, string] => [['coUnits', index], id]),
    ];
    for (const [path, id] of named) {
      if (unknown(id, unitIds)) yield at(item, path, `there is no unit ${id}; ${allowed(unitIds)}`);
    }
    for (const [index, id] of coUnits) {
      if (id === lead) yield at(item, ['coUnits', index], `${id} leads this item; co-units are other units`);
    }
    for (const [index, id] of repeated(coUnits)) {
      yield at(item, ['coUnits', index], `${id} is named twice; each co-unit stands once`);
    }
  }
}
