/** The fields of a command's form, one component a kind; what may be chosen comes from the item itself. */
import { DatePicker, Form, Input, Select, type FormRule } from 'antd';
import dayjs from 'dayjs';
import type { Item, PolicyEntry, Unit } from '../data/contract';
import { useAnswer, useFixed } from '../data/query';
import { text } from '../text';
import { ChangeFields } from './change-fields';
import { ChoiceField } from './choice-field';
import { dateField } from './date-field';
import { DemandFields, DemandList } from './demand-fields';
import { framed, isOptional, labelOf, requiredOf } from './field-frame';
import { FilesField } from './files-field';
import type { Field } from './forms';
import { MilestoneSeeds } from './milestone-seeds';
import { faultOf, type Attached } from './use-uploads';

interface FieldProps {
  readonly item: Item;
  readonly field: Field;
}

/** What was refused or is still on its way would be missed by nobody but the reader of the evidence. */
const allThere: FormRule = {
  // Not while they are still being sent.
  validateTrigger: 'onSubmit',
  validator: (_rule, files: readonly Attached[] | undefined) => {
    const fault = faultOf(files ?? []);
    return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
  },
};

const UnitField = ({ item, field }: FieldProps) => {
  const { data } = useFixed<{ readonly entries: readonly Unit[] }>(`/plans/${item.plan}/units`);
  return (
    <Form.Item {...framed(field)}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={(data?.entries ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
};

const VersionField = ({ item, field }: FieldProps) => {
  const { data } = useAnswer<{ readonly entries: readonly PolicyEntry[] }>(`/plans/${item.plan}/policies`);
  const signed = (data?.entries ?? []).filter(({ signedAt }) => signedAt !== null);
  return (
    <Form.Item {...framed(field)}>
      <Select
        options={signed.map(({ version }) => ({
          value: version,
          label: text.commands.policyVersion(version),
        }))}
      />
    </Form.Item>
  );
};

const OneField = ({ item, field }: FieldProps) => {
  switch (field.kind) {
    case 'text':
    case 'note':
      return (
        <Form.Item {...framed(field)}>
          <Input.TextArea autoSize={{ minRows: field.kind === 'text' ? 4 : 2, maxRows: 16 }} />
        </Form.Item>
      );
    case 'line':
      return (
        <Form.Item {...framed(field)}>
          <Input maxLength={200} />
        </Form.Item>
      );
    case 'date':
      return (
        <Form.Item {...framed(field)} {...dateField}>
          <DatePicker style={{ width: '100%' }} minDate={dayjs(item.today)} />
        </Form.Item>
      );
    case 'files':
      return (
        <Form.Item {...framed(field)} rules={[...(isOptional(field) ? [] : [requiredOf(field)]), allThere]}>
          <FilesField />
        </Form.Item>
      );
    case 'unit':
      return <UnitField item={item} field={field} />;
    case 'version':
      return <VersionField item={item} field={field} />;
    case 'milestones':
      return <MilestoneSeeds item={item} />;
    case 'demands':
      return (
        <DemandList item={item} name={[field.name]} label={labelOf(field)} needed={!isOptional(field)} />
      );
    case 'demand':
      return <DemandFields item={item} name={[field.name]} label={labelOf(field)} />;
    case 'change':
      return <ChangeFields item={item} name={field.name} />;
    case 'milestone':
    case 'measures':
    case 'measure':
    case 'replaces':
    case 'obstacle':
    case 'named':
    case 'level':
      return <ChoiceField item={item} field={field} />;
  }
};

export const Fields = ({ item, fields }: { readonly item: Item; readonly fields: readonly Field[] }) => (
  <>
    {fields.map((field) => (
      <OneField key={field.name} item={item} field={field} />
    ))}
  </>
);
