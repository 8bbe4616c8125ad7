/** What the dry run has found: what would come in, or what must be mended, line by line. */
import type { ReactNode } from 'react';
import type { PackVerdict } from '../../data/contract';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { StateMark } from '../../parts/state-mark';
import { text } from '../../text';
import styles from './import.module.css';
import page from './admin.module.css';

const said = text.intake;

type Row = PackVerdict['faults'][number];

export const VerdictPanel = ({ verdict }: { readonly verdict: PackVerdict }) => (
  <>
    <Panel title={said.verdict} aside={<Summary verdict={verdict} />}>
      <Hindrances verdict={verdict} />
      {verdict.plan && <Facts plan={verdict.plan} accounts={verdict.accounts} />}
      {verdict.plan === null && <Rows label={said.faultRows} rows={verdict.faults} />}
    </Panel>
    {verdict.warnings.length > 0 && (
      <Panel title={said.warningRows} count={verdict.warnings.length} note={said.warningsNote}>
        <Rows label={said.warningRows} rows={verdict.warnings} />
      </Panel>
    )}
  </>
);

const Summary = ({ verdict: { importable, faults } }: { readonly verdict: PackVerdict }) => (
  <span role="status">
    {importable ? (
      <StateMark state="well">{said.sound}</StateMark>
    ) : (
      <StateMark state="ill">{faults.length > 0 ? said.faults(faults.length) : said.hindered}</StateMark>
    )}
  </span>
);

/** Why a sound pack cannot come in all the same. */
const Hindrances = ({ verdict: { plan, accounts } }: { readonly verdict: PackVerdict }) => {
  const clashes = accounts?.clashes ?? [];
  if (!plan?.exists && clashes.length === 0) return null;
  return (
    <div className={page.foot}>
      {plan?.exists && <p>{said.exists(plan.id)}</p>}
      {clashes.length > 0 && <p>{said.clashes(clashes.join(text.parts.listMark))}</p>}
    </div>
  );
};

const Fact = ({
  name,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) => (
  <div className={wide ? styles.wide : undefined}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

type FactsProps = Pick<PackVerdict, 'accounts'> & { readonly plan: NonNullable<PackVerdict['plan']> };

const Facts = ({ plan, accounts }: FactsProps) => (
  <dl className={styles.facts} aria-label={said.wouldCome}>
    <Fact name={said.document} wide>
      <span className="serif strong">{plan.title}</span> <span className="note secondary">{plan.id}</span>
    </Fact>
    <Fact name={said.issuer}>{plan.issuer}</Fact>
    <Fact name={said.period}>
      <span className="nowrap">
        {plan.period.from} — {plan.period.to}
      </span>
    </Fact>
    <Fact name={said.sections}>{plan.sections}</Fact>
    <Fact name={said.items}>{plan.items}</Fact>
    <Fact name={said.measures}>{plan.measures}</Fact>
    <Fact name={said.milestones}>{said.milestonesOf(plan.milestones.plan, plan.milestones.proposed)}</Fact>
    <Fact name={said.indicators}>{plan.indicators}</Fact>
    <Fact name={said.units}>{plan.units}</Fact>
    <Fact name={said.years} wide>
      {plan.calendarYears.length === 0 ? said.noYears : plan.calendarYears.join(text.parts.listMark)}
    </Fact>
    {accounts && (
      <Fact name={said.accounts} wide>
        {said.accountsOf(accounts.made.length, accounts.kept)}
        {accounts.made.length > 0 && (
          <span className={page.sub}>
            {accounts.made.map(({ name, id }) => `${name}（${id}）`).join(text.parts.listMark)}
          </span>
        )}
      </Fact>
    )}
  </dl>
);

const columns: readonly Column<Row>[] = [
  {
    head: said.place,
    cell: ({ file, line }) => (
      <code className={styles.place}>
        {file}:{line}
      </code>
    ),
  },
  {
    head: said.path,
    kind: 'quiet',
    cell: ({ path }) => (path === '' ? said.wholeFile : <code>{path}</code>),
  },
  { head: said.sentence, kind: 'main', cell: ({ message }) => message },
];

const Rows = ({ label, rows }: { readonly label: string; readonly rows: readonly Row[] }) => (
  <>
    <PlainTable
      label={label}
      columns={columns}
      rows={rows}
      keyOf={({ file, line, path, message }) => `${file} ${line} ${path} ${message}`}
    />
    <p className={page.foot}>{said.pathsNote}</p>
  </>
);
