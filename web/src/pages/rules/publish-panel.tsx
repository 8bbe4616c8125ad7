/** A new version of the policy, begun with the one in force; what it changes is seen before it is published. */
import { Button, Form, Input, InputNumber } from 'antd';
import { useAnnounce } from '../../frame/announce';
import type { Policy } from '../../../../src/domain/policy.js';
import type { AvailableCommand, PolicyEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { useSubmit } from '../../data/submit';
import { ActingNote } from '../../parts/acting-note';
import { Panel, PanelBody } from '../../parts/panel';
import { text } from '../../text';
import { ComparisonTable } from './comparison-table';
import { WhyNot } from './deciding';
import {
  compared,
  fieldsOf,
  groupNames,
  policyOf,
  spansOf,
  type PolicyField,
} from '../../parts/policy-fields';
import styles from './rules.module.css';

const said = text.rules.policy;
const mostDays = 2000;

export interface PublishPanelProps {
  readonly present: PolicyEntry;
  readonly publish: AvailableCommand | undefined;
  readonly end: () => void;
}

/** What the form holds is the whole policy; what it does not edit stays as it was. */
const draftOf = (present: Policy, edited: Partial<Policy> | undefined): Policy => ({
  ...present,
  ...edited,
  firstReminder: present.firstReminder.map(
    ([span, days], index) =>
      [edited?.firstReminder?.[index]?.[0] ?? span, edited?.firstReminder?.[index]?.[1] ?? days] as const,
  ),
});

export const PublishPanel = ({ present: entry, publish, end }: PublishPanelProps) => {
  const { plan } = usePlan();
  const present = policyOf(entry);
  const [form] = Form.useForm<Policy>();
  const draft = draftOf(present, Form.useWatch([], form));
  const differences = compared(present, draft).filter(({ differs }) => differs);
  const { sending, busy, send } = useSubmit();
  const announce = useAnnounce();
  const apply = async (): Promise<void> => {
    // Its version is given when it is published; what is undefined is not sent.
    const body = { policy: { ...draft, version: undefined } };
    const outcome = await send({ path: `/plans/${plan.id}/policies`, body });
    if (outcome.state !== 'done') return;
    announce(said.published_(outcome.submission.version ?? entry.version + 1));
    end();
  };
  return (
    <Panel title={said.publish} aside={<Button onClick={end}>{text.frame.cancel}</Button>}>
      <PanelBody>
        <p className={styles.say}>{said.publishWhat}</p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={present}
          disabled={busy}
          scrollToFirstError
          onFinish={() => void apply()}
        >
          {groupNames.map((group) => (
            <fieldset key={group} className={styles.group}>
              <legend>{said.groups[group]}</legend>
              {[...spansOf(present), ...fieldsOf(draft)]
                .filter((field) => field.group === group)
                .map((field) => (
                  // By its place: two spans may be the same for as long as one of them is typed.
                  <OneField key={field.path.join('.')} field={field} />
                ))}
            </fieldset>
          ))}
          {differences.length > 0 ? (
            <ComparisonTable rows={differences} isComparison />
          ) : (
            <p className={styles.say}>{said.unchanged}</p>
          )}
          <div className={styles.buttons}>
            <Button
              type="primary"
              htmlType="submit"
              loading={busy}
              disabled={differences.length === 0 || publish?.allowed !== true}
            >
              {said.publishApply}
            </Button>
            <Button onClick={() => form.resetFields()}>{said.reset}</Button>
          </div>
          <WhyNot command={publish} />
          <ActingNote of={sending} />
        </Form>
      </PanelBody>
    </Panel>
  );
};

const OneField = ({ field: { path, label, measure, min } }: { readonly field: PolicyField }) => {
  const name = [...path];
  if (measure === null)
    return (
      <Form.Item
        name={name}
        label={label}
        rules={[{ pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: said.time }]}
      >
        <Input maxLength={5} />
      </Form.Item>
    );
  const rule = {
    required: true,
    type: 'integer' as const,
    min,
    max: mostDays,
    message: said.number(min, mostDays),
  };
  return (
    <Form.Item name={name} label={label} rules={[rule]}>
      <InputNumber min={min} max={mostDays} precision={0} suffix={said.short[measure]} />
    </Form.Item>
  );
};
