/** A plan has come in: the passwords of its new accounts, shown this once. */
import { Button } from 'antd';
import { useEffect } from 'react';
import type { ImportedPack } from '../../data/contract';
import { CopyButton } from '../../parts/copy-button';
import { Panel, PanelBody } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { text, words } from '../../text';
import styles from './admin.module.css';

const said = text.intake;

type Account = ImportedPack['accounts'][number];

/** Whoever leaves the page is asked first: what is shown once would be gone. */
const useAskBeforeLeaving = (wanted: boolean): void => {
  useEffect(() => {
    if (!wanted) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [wanted]);
};

/** The one password all have; null = each has its own. */
const sharedPassword = (accounts: readonly Account[], kind: ImportedPack['plan']['kind']): string | null =>
  kind === 'rehearsal' ? (accounts[0]?.password ?? null) : null;

const listed = (accounts: readonly Account[]): string =>
  accounts.map(({ id, name, password }) => [id, name, password].join('\t')).join('\n');

const columns: readonly Column<Account>[] = [
  { head: said.login, kind: 'main', cell: ({ id }) => <code>{id}</code> },
  { head: said.name, cell: ({ name }) => name },
  { head: said.role, kind: 'quiet', cell: ({ role }) => words.roles[role] },
  { head: said.password, cell: ({ password }) => <code>{password}</code> },
];

export const ImportedPanel = ({
  imported: { plan, items, accounts },
}: {
  readonly imported: ImportedPack;
}) => {
  useAskBeforeLeaving(accounts.length > 0);
  const shared = sharedPassword(accounts, plan.kind);
  return (
    <>
      <Panel title={said.next}>
        <PanelBody>
          <p role="status" className="strong">
            {said.done(plan.short, items)}
          </p>
          <p className="secondary">{said.nextWhat}</p>
          {accounts.length === 0 && <p className="secondary">{said.noNew}</p>}
        </PanelBody>
      </Panel>
      {accounts.length > 0 && (
        <Panel
          title={said.passwords}
          count={accounts.length}
          note={said.shownOnce}
          aside={<Keep accounts={accounts} />}
        >
          {shared !== null && (
            <PanelBody>
              <p>{said.shared}</p>
              <code className={styles.secret}>{shared}</code>
            </PanelBody>
          )}
          <PlainTable label={said.passwords} columns={columns} rows={accounts} keyOf={({ id }) => id} />
        </Panel>
      )}
    </>
  );
};

const Keep = ({ accounts }: { readonly accounts: readonly Account[] }) => (
  <span className={styles.actions}>
    <CopyButton said={listed(accounts)}>{said.copyAll}</CopyButton>
    <Button onClick={() => window.print()}>{text.frame.print}</Button>
  </span>
);
