/** People by name, unit and post, with what the administrator at hand may do for each. */
import { Input, Select } from 'antd';
import { useState } from 'react';
import type { PersonEntry, Unit } from '../../data/contract';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { Empty } from '../../parts/states';
import { StateMark } from '../../parts/state-mark';
import { text, words } from '../../text';
import { anybody, foundAmong, rolesAmong, type Wanted } from './people-found';
import { PersonActions } from './person-actions';
import styles from './admin.module.css';

const said = text.admin.people;

export const postNamed = ({ rank, role }: Pick<PersonEntry, 'rank' | 'role'>): string =>
  rank === null ? words.roles[role] : words.ranks[rank];

const AccountState = ({ active, locked }: PersonEntry) => {
  if (!active) return <StateMark state="idle">{said.inactive}</StateMark>;
  return locked ? (
    <StateMark state="notice">{said.locked}</StateMark>
  ) : (
    <StateMark state="well">{said.active}</StateMark>
  );
};

const columns: readonly Column<PersonEntry>[] = [
  {
    head: said.name,
    kind: 'main',
    cell: ({ name, login }) => (
      <>
        {name} <span className={styles.sub}>{login}</span>
      </>
    ),
  },
  { head: said.post, cell: postNamed },
  { head: said.unit, kind: 'quiet', cell: ({ unit }) => unit?.name ?? '—' },
  {
    head: said.reached,
    kind: 'quiet',
    cell: ({ reachedBy }) => <span className="nowrap">{said.reachedBy[reachedBy ?? 'nothing']}</span>,
  },
  { head: said.state, cell: (person) => <AccountState {...person} /> },
  { head: said.actions, kind: 'end', cell: (person) => <PersonActions person={person} /> },
];

export interface PeoplePanelProps {
  readonly people: readonly PersonEntry[];
  readonly units: readonly Unit[];
}

export const PeoplePanel = ({ people, units }: PeoplePanelProps) => {
  const [wanted, setWanted] = useState(anybody);
  const found = foundAmong(people, wanted);
  return (
    <Panel title={said.people} {...(found.length > 0 ? { count: found.length } : {})}>
      <Tools people={people} units={units} wanted={wanted} want={setWanted} />
      {found.length === 0 ? (
        <Empty title={said.none}>{said.noneWhat}</Empty>
      ) : (
        <PlainTable label={said.people} columns={columns} rows={found} keyOf={({ id }) => id} />
      )}
      <p className={styles.foot}>{said.whoMay(words.roles.system_admin, words.roles.security_admin)}</p>
    </Panel>
  );
};

interface ToolsProps extends PeoplePanelProps {
  readonly wanted: Wanted;
  readonly want: (wanted: Wanted) => void;
}

const Tools = ({ people, units, wanted, want }: ToolsProps) => (
  <div className={styles.tools} role="search">
    <Input
      allowClear
      aria-label={said.search}
      placeholder={said.search}
      value={wanted.said}
      onChange={({ target }) => want({ ...wanted, said: target.value })}
    />
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={said.unit}
      placeholder={said.everyUnit}
      value={wanted.unit}
      onChange={(unit) => want({ ...wanted, unit: unit ?? null })}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      popupMatchSelectWidth={false}
    />
    <Select
      allowClear
      aria-label={said.post}
      placeholder={said.everyRole}
      value={wanted.role}
      onChange={(role) => want({ ...wanted, role: role ?? null })}
      options={rolesAmong(people).map((role) => ({ value: role, label: words.roles[role] }))}
    />
  </div>
);
