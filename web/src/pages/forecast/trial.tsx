/** Another policy, tried beside the one in force: change its rules, calculate, compare. */
import { useState } from 'react';
import type { Item, PolicyBook, PolicyEntry } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { Panel } from '../../parts/panel';
import { Empty, Failed, Loading, Shown } from '../../parts/states';
import { text } from '../../text';
import { useTrial, type Scope } from './asking';
import { Comparison } from './comparison';
import { countChanges, overridesOf, type PolicyOverrides } from './overrides';
import { policyOf } from '../../parts/policy-fields';
import { RuleForm } from './rule-form';
import styles from './trial.module.css';
import { useView } from './view';

export const Trial = ({ scope }: { readonly scope: Scope }) => {
  const policies = useAnswer<PolicyBook>(`/plans/${scope.plan}/policies`);
  return (
    <Shown of={policies}>
      {({ entries }) => {
        const base = entries.find(({ inForce }) => inForce);
        return base ? (
          <TrialOf scope={scope} base={base} versions={entries} />
        ) : (
          <Empty title={text.frame.nothing} />
        );
      }}
    </Shown>
  );
};

interface TrialProps {
  readonly scope: Scope;
  /** In force. */
  readonly base: PolicyEntry;
  readonly versions: readonly PolicyEntry[];
}

const TrialOf = ({ scope, base, versions }: TrialProps) => {
  const { view, change } = useView();
  const start = versions.find(({ version }) => version === view.policy) ?? base;
  // Another start is another draft.
  return (
    <TrialFrom
      key={start.version}
      scope={scope}
      base={base}
      start={start}
      versions={versions}
      begin={(version) => change({ policy: version === base.version ? null : String(version), try: '' })}
    />
  );
};

interface TrialFromProps extends TrialProps {
  readonly start: PolicyEntry;
  readonly begin: (version: number) => void;
}

const TrialFrom = ({ scope, base, start, versions, begin }: TrialFromProps) => {
  const [draft, setDraft] = useState(policyOf(start));
  const [asked, setAsked] = useState<PolicyOverrides | null>(null);
  const head = useAnswer<Item>(scope.item === null ? null : `/items/${scope.item}`).data ?? null;
  const trial = useTrial(scope, scope.item !== null && head === null ? null : asked, head);
  const overrides = overridesOf(policyOf(base), draft);
  const changes = countChanges(overrides);
  const isStale = asked !== null && JSON.stringify(asked) !== JSON.stringify(overrides);
  return (
    <Panel className={styles.trial ?? ''} title={text.forecast.whatIf.title} note={noteOf(base, start)}>
      <RuleForm
        base={policyOf(base)}
        draft={draft}
        versions={versions}
        start={start.version}
        changes={changes}
        busy={trial.isFetching}
        begin={begin}
        change={setDraft}
        reset={() => setDraft(policyOf(start))}
        ask={() => setAsked(overrides)}
      />
      {trial.isFetching && <Loading />}
      {trial.error && <Failed error={trial.error} again={() => void trial.refetch()} />}
      {trial.data && asked && (
        <Comparison tried={trial.data} base={policyOf(base)} asked={asked} isStale={isStale} />
      )}
    </Panel>
  );
};

const noteOf = (base: PolicyEntry, start: PolicyEntry): string =>
  start.version === base.version
    ? text.forecast.whatIf.from(base.version)
    : text.forecast.whatIf.fromVersion(start.version);
