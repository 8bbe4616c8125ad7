/** The fields of a command's form, one component a kind; what may be chosen comes from the item itself. */
import { Button, DatePicker, Form, Input, Select, type FormItemProps, type FormRule as Rule } from 'antd';
import dayjs from 'dayjs';
import type { Item, PolicyEntry, Unit } from '../data/contract';
import { useAnswer, useFixed } from '../data/query';
import { shortDate } from '../parts/dates';
import { text, words } from '../text';
import { ChangeFields } from './change-fields';
import { dateField } from './date-field';
import { DemandFields, DemandList } from './demand-fields';
import { faultOf, FilesField, type Attached } from './files-field';
import { milestonesAmong, type Choice, type Field } from './forms';
import { MilestoneSeeds } from './milestone-seeds';
import styles from './form.module.css';

export interface FieldProps {
  readonly item: Item;
  readonly field: Field;
}

const required = { required: true, message: text.commands.required };

/** What was refused or is still on its way would be missed by nobody but the reader of the evidence. */
const allThere: Rule = {
  validator: (_rule, files: readonly Attached[] | undefined) => {
    const fault = faultOf(files ?? []);
    return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
  },
};

const labelOf = (field: Field): string => text.commands.fields[field.name] ?? field.name;

const wrap = ({ name, optional }: { name: string; optional?: boolean | undefined }): FormItemProps => ({
  name,
  label: text.commands.fields[name] ?? name,
  rules: optional === true ? [] : [required],
});

const isOptional = (field: Field): boolean => 'optional' in field && field.optional === true;

const UnitField = ({ item, field }: FieldProps) => {
  const { data } = useFixed<{ readonly entries: readonly Unit[] }>(`/plans/${item.plan}/units`);
  return (
    <Form.Item {...wrap({ name: field.name, optional: isOptional(field) })}>
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
    <Form.Item {...wrap(field)}>
      <Select
        options={signed.map(({ version }) => ({
          value: version,
          label: text.commands.policyVersion(version),
        }))}
      />
    </Form.Item>
  );
};

type Options = readonly { readonly value: string | number; readonly label: string }[];

const milestoneOptions = (list: Item['milestoneList'], today: string): Options =>
  list.map(({ id, title, due }) => ({ value: id, label: `${id} ${title}（${shortDate(due, today)}）` }));

const named = ['co_unit', 'case_officer', 'supervision_head', 'leader_in_charge', 'director'] as const;

const optionsOf = (item: Item, field: Choice): Options => {
  switch (field.kind) {
    case 'milestone':
      return milestoneOptions(milestonesAmong(item, field.among), item.today);
    case 'replaces':
      return milestoneOptions(milestonesAmong(item, 'open'), item.today);
    case 'measures':
    case 'measure':
      return item.measureList
        .filter(({ status }) => status === 'open' || status === 'done')
        .map(({ id, text: said }) => ({ value: id, label: said }));
    case 'obstacle':
      return item.owing
        .filter(({ kind }) => kind === 'obstacle')
        .map((open) => ({ value: open.case, label: open.title }));
    case 'named':
      return named.map((owner) => ({ value: owner, label: text.commands.named[owner] }));
    case 'level':
      return [1, 2, 3].map((level) => ({
        value: level,
        label: words.levels[`listed_${level as 1 | 2 | 3}`],
      }));
  }
};

const OneField = ({ item, field }: FieldProps) => {
  switch (field.kind) {
    case 'text':
    case 'note':
      return (
        <Form.Item {...wrap({ name: field.name, optional: isOptional(field) })}>
          <Input.TextArea autoSize={{ minRows: field.kind === 'text' ? 4 : 2, maxRows: 16 }} />
        </Form.Item>
      );
    case 'line':
      return (
        <Form.Item {...wrap({ name: field.name, optional: isOptional(field) })}>
          <Input maxLength={200} />
        </Form.Item>
      );
    case 'date':
      return (
        <Form.Item {...wrap({ name: field.name, optional: isOptional(field) })} {...dateField}>
          <DatePicker style={{ width: '100%' }} minDate={dayjs(item.today)} />
        </Form.Item>
      );
    case 'files':
      return (
        <Form.Item
          {...wrap({ name: field.name, optional: isOptional(field) })}
          rules={[...(isOptional(field) ? [] : [required]), allThere]}
          validateTrigger="onSubmit"
        >
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

/** The evidence that the chosen milestone asks for. */
const Wanted = ({ item, name }: { readonly item: Item; readonly name: string }) => {
  const chosen: unknown = Form.useWatch(name);
  const milestone = item.milestoneList.find(({ id }) => id === chosen);
  return milestone && milestone.evidence !== '' ? (
    <p className={styles.wanted}>{text.commands.wanted(milestone.evidence)}</p>
  ) : null;
};

const ChoiceField = ({ item, field }: { readonly item: Item; readonly field: Choice }) => {
  const form = Form.useFormInstance();
  const many = field.kind === 'measures' || field.kind === 'replaces';
  const optional = isOptional(field) || field.kind === 'replaces';
  const options = optionsOf(item, field);
  const chooseAll = (): void => {
    form.setFieldValue(
      field.name,
      options.map(({ value }) => value),
    );
    void form.validateFields([field.name]);
  };
  return (
    <Form.Item
      {...wrap({ name: field.name, optional })}
      extra={
        <>
          {many && options.length > 1 && (
            <Button type="link" size="small" className={styles.all} onClick={chooseAll}>
              {text.commands.chooseAll(options.length)}
            </Button>
          )}
          {field.kind === 'milestone' && field.wanted === true && <Wanted item={item} name={field.name} />}
        </>
      }
    >
      <Select
        {...(many ? { mode: 'multiple' as const } : {})}
        allowClear={optional}
        options={[...options]}
        notFoundContent={text.commands.nothingToChoose}
        popupMatchSelectWidth={false}
      />
    </Form.Item>
  );
};

export const Fields = ({ item, fields }: { readonly item: Item; readonly fields: readonly Field[] }) => (
  <>
    {fields.map((field) => (
      <OneField key={field.name} item={item} field={field} />
    ))}
  </>
);
