/** What must be shown and by when: a new milestone, or a known one that is open again. */
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { Item } from '../data/contract';
import { text } from '../text';
import { dateField } from './date-field';
import styles from './form.module.css';

type Path = (string | number)[];

export interface DemandProps {
  readonly item: Item;
  readonly name: Path;
  readonly label: string;
}

const required = { required: true, message: text.commands.required };
const labels = text.commands.demand;

/** `within` = the path of the list the entry is in, since a list's entries are addressed from there. */
export const DemandFields = ({ item, name, label }: DemandProps) => (
  <fieldset className={styles.group}>
    <legend>{label}</legend>
    <DemandParts item={item} name={name} absolute={name} />
  </fieldset>
);

interface PartsProps {
  readonly item: Item;
  readonly name: Path;
  /** From the form's own root. */
  readonly absolute: Path;
}

const DemandParts = ({ item, name, absolute }: PartsProps) => {
  const known = Form.useWatch<string | undefined>([...absolute, 'id']);
  return (
    <>
      <Form.Item name={[...name, 'id']} label={labels.id}>
        <Select
          allowClear
          placeholder={labels.anew}
          options={item.milestoneList.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
      {known === undefined && (
        <>
          <Form.Item name={[...name, 'title']} label={labels.title} rules={[required]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={[...name, 'evidence']} label={labels.evidence} rules={[required]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
        </>
      )}
      <Form.Item name={[...name, 'due']} label={labels.due} rules={[required]} {...dateField}>
        <DatePicker style={{ width: '100%' }} minDate={dayjs(item.today)} />
      </Form.Item>
    </>
  );
};

export const DemandList = ({ item, name, label, needed }: DemandProps & { readonly needed: boolean }) => (
  <Form.List name={name}>
    {(entries, { add, remove }) => (
      <>
        {entries.map((entry, index) => (
          <fieldset key={entry.key} className={styles.group}>
            <legend>{`${label} ${index + 1}`}</legend>
            <DemandParts item={item} name={[entry.name]} absolute={[...name, entry.name]} />
            {(!needed || entries.length > 1) && (
              <Button size="small" onClick={() => remove(entry.name)}>
                {text.commands.remove}
              </Button>
            )}
          </fieldset>
        ))}
        <Button className={styles.add} onClick={() => add({})}>
          {text.commands.addDemand}
        </Button>
      </>
    )}
  </Form.List>
);
