/** The rules of a policy that are whole numbers, in their groups, each beside what is in force. */
import { Button, InputNumber, Select } from 'antd';
import { useId } from 'react';
import type { Policy } from '../../../../src/domain/policy.js';
import type { PolicyEntry } from '../../data/contract';
import { text } from '../../text';
import { valueAt, withValue } from './overrides';
import type { PolicyField } from '../../parts/policy-fields';
import { ruleGroups } from './rules';
import styles from './rule-form.module.css';

export interface RuleFormProps {
  /** In force. */
  readonly base: Policy;
  readonly draft: Policy;
  readonly versions: readonly PolicyEntry[];
  /** The version the draft began with. */
  readonly start: number;
  readonly changes: number;
  readonly busy: boolean;
  readonly begin: (version: number) => void;
  readonly change: (draft: Policy) => void;
  readonly reset: () => void;
  readonly ask: () => void;
}

const said = text.forecast.whatIf;
/** More rules than this may be broken across columns. */
const longest = 10;

export const RuleForm = ({ base, draft, change, ...rest }: RuleFormProps) => (
  <form
    className={styles.form}
    onSubmit={(event) => {
      event.preventDefault();
      if (rest.changes > 0) rest.ask();
    }}
  >
    <div className={styles.groups}>
      {ruleGroups(draft).map(({ group, rules }) => (
        <fieldset key={group} className={`${styles.group} ${rules.length > longest ? styles.long : ''}`}>
          <legend>{text.rules.policy.groups[group]}</legend>
          {rules.map((rule) => (
            <RuleField
              key={rule.key}
              rule={rule}
              now={valueAt(base, rule.path)}
              value={valueAt(draft, rule.path)}
              change={(value) => change(withValue(draft, rule.path, value))}
            />
          ))}
        </fieldset>
      ))}
    </div>
    <Asking {...rest} />
  </form>
);

const Asking = ({
  versions,
  start,
  changes,
  busy,
  begin,
  reset,
}: Omit<RuleFormProps, 'base' | 'draft' | 'change' | 'ask'>) => (
  <div className={styles.asking}>
    {versions.length > 1 && (
      <label className={styles.start}>
        {said.start}
        <Select
          value={start}
          onChange={begin}
          popupMatchSelectWidth={false}
          options={versions.map(({ version }) => ({
            value: version,
            label: text.commands.policyVersion(version),
          }))}
        />
      </label>
    )}
    <span className="secondary" role="status">
      {changes === 0 ? said.unchanged : said.changed(changes)}
    </span>
    <Button onClick={reset} disabled={changes === 0}>
      {said.reset}
    </Button>
    <Button type="primary" htmlType="submit" loading={busy} disabled={changes === 0}>
      {said.ask}
    </Button>
  </div>
);

interface RuleFieldProps {
  readonly rule: PolicyField;
  /** In force. */
  readonly now: number | null;
  readonly value: number | null;
  readonly change: (value: number) => void;
}

const RuleField = ({ rule, now, value, change }: RuleFieldProps) => {
  const id = useId();
  const isChanged = now !== value;
  return (
    <div className={`${styles.field} ${isChanged ? styles.changed : ''}`}>
      <label htmlFor={id}>{rule.label}</label>
      {isChanged && <s className={styles.now}>{now}</s>}
      <InputNumber
        id={id}
        size="small"
        min={rule.min}
        max={2000}
        precision={0}
        value={value}
        changeOnWheel={false}
        onChange={(next) => {
          if (typeof next === 'number') change(next);
        }}
      />
      <span className={styles.unit}>{rule.measure && text.rules.policy.short[rule.measure]}</span>
    </div>
  );
};
