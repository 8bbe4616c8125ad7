/** A unit's own breakdown: milestones with their dates, what will prove them, and the measures they carry. */
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { Item } from '../data/contract';
import { text } from '../text';
import { dateField } from './date-field';
import styles from './form.module.css';

const required = { required: true, message: text.commands.required };
const labels = text.commands.seed;

/** An id nobody has used in the item yet. */
export const freshId = (item: Pick<Item, 'id' | 'milestoneList'>, taken: readonly string[]): string => {
  const used = new Set([...item.milestoneList.map(({ id }) => id), ...taken]);
  for (let n = item.milestoneList.length + 1; ; n += 1) if (!used.has(`u${n}`)) return `u${n}`;
};

export const MilestoneSeeds = ({ item }: { readonly item: Item }) => {
  const form = Form.useFormInstance();
  const add = (grow: (seed: object) => void): void => {
    const given = (form.getFieldValue('milestones') ?? []) as readonly { readonly id?: string }[];
    grow({
      id: freshId(
        item,
        given.flatMap(({ id }) => id ?? []),
      ),
      weight: 1,
      measures: [],
    });
  };
  return (
    <Form.List name="milestones">
      {(entries, list) => (
        <>
          {entries.map((entry, index) => (
            <fieldset key={entry.key} className={styles.group}>
              <legend>{labels.legend(index + 1)}</legend>
              <Seed item={item} at={entry.name} />
              {entries.length > 1 && (
                <Button size="small" onClick={() => list.remove(entry.name)}>
                  {text.commands.remove}
                </Button>
              )}
            </fieldset>
          ))}
          <Button className={styles.add} onClick={() => add(list.add)}>
            {labels.add}
          </Button>
        </>
      )}
    </Form.List>
  );
};

const Seed = ({ item, at }: { readonly item: Item; readonly at: number }) => (
  <>
    <Form.Item
      name={[at, 'id']}
      label={labels.id}
      rules={[required, { pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/, message: labels.idRule }]}
      initialValue={freshId(item, [])}
      extra={labels.idHint}
    >
      <Input maxLength={64} />
    </Form.Item>
    <Form.Item name={[at, 'title']} label={labels.title} rules={[required]}>
      <Input maxLength={200} />
    </Form.Item>
    <Form.Item name={[at, 'due']} label={labels.due} rules={[required]} {...dateField}>
      <DatePicker style={{ width: '100%' }} minDate={dayjs(item.today)} />
    </Form.Item>
    <Form.Item name={[at, 'evidence']} label={labels.evidence} rules={[required]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
    </Form.Item>
    <Form.Item name={[at, 'measures']} label={labels.measures}>
      <Select
        mode="multiple"
        options={item.measureList.map(({ id, text: said }) => ({ value: id, label: said }))}
      />
    </Form.Item>
    <Form.Item name={[at, 'weight']} label={labels.weight}>
      <InputNumber min={0} max={100} />
    </Form.Item>
  </>
);
