/** A change of scope: a milestone less, other evidence, other co-units, or whatever else in words. */
import { Form, Input, Select } from 'antd';
import type { Item, Unit } from '../data/contract';
import { useFixed } from '../data/query';
import { text } from '../text';
import styles from './form.module.css';

const labels = text.commands.change;

export const ChangeFields = ({ item, name }: { readonly item: Item; readonly name: string }) => {
  const { data } = useFixed<{ readonly entries: readonly Unit[] }>(`/plans/${item.plan}/units`);
  const open = item.milestoneList
    .filter(({ status }) => status === 'open')
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <fieldset className={styles.group}>
      <legend>{labels.legend}</legend>
      <Form.Item name={[name, 'drop']} label={labels.drop}>
        <Select allowClear options={open} />
      </Form.Item>
      <Form.Item name={[name, 'evidence', 'milestone']} label={labels.evidenceOf}>
        <Select allowClear options={open} />
      </Form.Item>
      <Form.Item name={[name, 'evidence', 'evidence']} label={labels.evidence}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name={[name, 'coUnits']} label={labels.coUnits}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(data?.entries ?? [])
            .filter(({ id }) => id !== item.unit.id)
            .map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'note']} label={labels.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </fieldset>
  );
};
