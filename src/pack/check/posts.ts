/** Units, their leaders and case officers, and the units an item names: every id leads somewhere, one director. */
import { soundOf, type Draft } from '../draft.js';
import type { Fault, Path } from '../faults.js';
import { at, repeated, type PackDraft } from '../pack-draft.js';
import type { Said } from '../said.js';
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

const noSuch = ({ zh, en }: Said, id: string, known: ReadonlySet<string> | null): Said => {
  const ids = [...(known ?? [])];
  return {
    zh: `没有${zh} ${id}；可为 ${ids.join('、')}`,
    en: `there is no ${en} ${id}; allowed are ${ids.join(', ')}`,
  };
};

const aUnit: Said = { zh: '单位', en: 'unit' };
const aLeader: Said = { zh: '领导', en: 'leader' };
const aCaseOfficer: Said = { zh: '督办员', en: 'case officer' };

function* checkIds({ units }: PackDraft): Iterable<Fault> {
  if (units === null) return;
  const lists: [key: string, listed: Listed][] = [
    ['leaders', units.draft.leaders],
    ['caseOfficers', units.draft.caseOfficers],
    ['units', units.draft.units],
  ];
  for (const [key, listed] of lists) {
    for (const [index, id] of repeated(soundOf(listed?.map((entry) => entry?.id)))) {
      yield at(units, [key, index, 'id'], {
        zh: `${id} 重复；每个编号只能出现一次`,
        en: `${id} is given twice; each id stands once`,
      });
    }
  }
}

function* checkDirector({ units }: PackDraft): Iterable<Fault> {
  const ranks = units?.draft.leaders?.map((leader) => leader?.rank);
  if (units === null || ranks === undefined || ranks.includes(undefined)) return;
  const directors = ranks.filter((rank) => rank === 'director').length;
  if (directors === 1) return;
  yield at(units, ['leaders'], {
    zh: `职级为 director 的领导有 ${directors} 位；须恰有一位`,
    en: `${directors} leaders are director; exactly one must be`,
  });
}

function* checkUnits({ units }: PackDraft): Iterable<Fault> {
  if (units === null) return;
  const { office, leaders, caseOfficers, units: listed } = units.draft;
  const unitIds = idsOf(listed);
  const leaderIds = idsOf(leaders);
  const officerIds = idsOf(caseOfficers);
  if (unknown(office, unitIds)) yield at(units, ['office'], noSuch(aUnit, office, unitIds));
  for (const [index, { leaderInCharge, caseOfficer }] of soundOf<Draft<UnitsFile['units'][number]>>(listed)) {
    const path = ['units', index];
    if (unknown(leaderInCharge, leaderIds)) {
      yield at(units, [...path, 'leaderInCharge'], noSuch(aLeader, leaderInCharge, leaderIds));
    }
    if (unknown(caseOfficer, officerIds)) {
      yield at(units, [...path, 'caseOfficer'], noSuch(aCaseOfficer, caseOfficer, officerIds));
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
      if (unknown(id, unitIds)) yield at(item, path, noSuch(aUnit, id, unitIds));
    }
    for (const [index, id] of coUnits) {
      if (id === lead) yield at(item, ['coUnits', index], leadsItself(id));
    }
    for (const [index, id] of repeated(coUnits)) {
      yield at(item, ['coUnits', index], {
        zh: `${id} 重复；每个协办单位列一次`,
        en: `${id} is named twice; each co-unit stands once`,
      });
    }
  }
}

const leadsItself = (id: string): Said => ({
  zh: `${id} 是本事项的牵头单位；协办单位须是其他单位`,
  en: `${id} leads this item; co-units are other units`,
});
