/** Units in the plan's order: who is in charge, who supervises, who reports. */
import type { PersonEntry, Role, Unit } from '../../data/contract';
import { BasisTag } from '../../parts/enforcement';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { text } from '../../text';
import { holderOf } from './people-found';
import styles from './admin.module.css';

const said = text.admin.people;

/** A post is named by its id while nobody holds it. */
const ofPost = (people: readonly PersonEntry[], post: string): string => holderOf(people, post)?.name ?? post;

const ofUnit = (people: readonly PersonEntry[], unit: string, role: Role): string =>
  holderOf(people, { unit, role })?.name ?? said.nobody;

const columnsFor = (people: readonly PersonEntry[]): readonly Column<Unit>[] => [
  {
    head: said.unit,
    kind: 'main',
    cell: ({ name, kind, basis }) => (
      <>
        {name}{' '}
        <span className={styles.sub}>
          {said.kinds[kind]} <BasisTag basis={basis} />
        </span>
      </>
    ),
  },
  { head: said.leader, cell: ({ leaderInCharge }) => ofPost(people, leaderInCharge) },
  { head: said.officer, cell: ({ caseOfficer }) => ofPost(people, caseOfficer) },
  { head: said.unitOfficer, kind: 'quiet', cell: ({ id }) => ofUnit(people, id, 'unit_officer') },
  { head: said.unitHead, kind: 'quiet', cell: ({ id }) => ofUnit(people, id, 'unit_head') },
];

export interface UnitsPanelProps {
  readonly people: readonly PersonEntry[];
  readonly units: readonly Unit[];
}

export const UnitsPanel = ({ people, units }: UnitsPanelProps) => (
  <Panel title={said.units} count={units.length}>
    <PlainTable label={said.units} columns={columnsFor(people)} rows={units} keyOf={({ id }) => id} />
  </Panel>
);
