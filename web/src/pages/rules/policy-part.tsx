/** The versions of the policy: which is in force, what another one changes, and its way from draft to adoption. */
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PolicyBook, PolicyEntry } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { dateOf } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { Shown } from '../../parts/states';
import { StateMark } from '../../parts/state-mark';
import { text } from '../../text';
import { AdoptPanel } from './adopt-panel';
import { commandIn, WhyNot } from './deciding';
import { PublishPanel } from './publish-panel';
import { VersionPanel } from './version-panel';
import styles from './rules.module.css';

const said = text.rules.policy;

export const PolicyPart = () => {
  const { plan } = usePlan();
  const book = useAnswer<PolicyBook>(`/plans/${plan.id}/policies`);
  return <Shown of={book}>{(found) => <Versions book={found} />}</Shown>;
};

/** The version the address names, else the newest. */
const chosenOf = ({ entries }: PolicyBook, search: URLSearchParams): PolicyEntry | undefined =>
  entries.find(({ version }) => String(version) === search.get('version')) ?? entries.at(-1);

const Versions = ({ book }: { readonly book: PolicyBook }) => {
  const [search, setSearch] = useSearchParams();
  const [drafting, setDrafting] = useState(false);
  const chosen = chosenOf(book, search);
  const inForce = book.entries.find((entry) => entry.inForce);
  const publish = commandIn(book.available, 'publishPolicy');
  if (!chosen || !inForce) return null;
  const choose = (version: number): void =>
    setSearch(new URLSearchParams({ part: 'policy', version: String(version) }));
  return (
    <div className={styles.stack}>
      <Panel
        title={said.versions}
        count={book.entries.length}
        aside={
          <Button disabled={publish?.allowed !== true || drafting} onClick={() => setDrafting(true)}>
            {said.publish}
          </Button>
        }
      >
        <PlainTable
          label={said.versions}
          columns={columnsFor(chosen.version, choose)}
          rows={[...book.entries].reverse()}
          keyOf={({ version }) => String(version)}
        />
        {publish?.allowed === false && (
          <div className={styles.more}>
            <WhyNot command={publish} />
          </div>
        )}
      </Panel>
      {drafting ? (
        <PublishPanel present={inForce} publish={publish} end={() => setDrafting(false)} />
      ) : (
        <>
          <VersionPanel key={`look ${chosen.version}`} chosen={chosen} inForce={inForce} />
          {chosen.signedAt !== null && <AdoptPanel key={`adopt ${chosen.version}`} chosen={chosen} />}
        </>
      )}
    </div>
  );
};

const StateOf = ({ inForce, signedAt }: PolicyEntry) => {
  if (inForce) return <StateMark state="well">{said.inForce}</StateMark>;
  return signedAt === null ? (
    <StateMark state="notice">{said.unsigned}</StateMark>
  ) : (
    <StateMark state="idle">{said.notInForce}</StateMark>
  );
};

const columnsFor = (chosen: number, choose: (version: number) => void): readonly Column<PolicyEntry>[] => [
  { head: text.rules.parts.policy, kind: 'main', cell: ({ version }) => said.version(version) },
  { head: said.state, cell: (entry) => <StateOf {...entry} /> },
  { head: said.published, kind: 'quiet', cell: ({ publishedAt }) => dateOf(publishedAt) },
  {
    head: said.signed,
    kind: 'quiet',
    cell: ({ signedAt }) => (signedAt === null ? text.frame.none : dateOf(signedAt)),
  },
  { head: said.items, cell: ({ items }) => said.items_n(items) },
  {
    head: said.look,
    kind: 'end',
    cell: ({ version }) => (
      <Button
        size="small"
        aria-label={said.lookAt(version)}
        aria-pressed={version === chosen}
        disabled={version === chosen}
        onClick={() => choose(version)}
      >
        {said.look}
      </Button>
    ),
  },
];
