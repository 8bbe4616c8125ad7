/** Where the answer is one or some of few: what there is to choose from, and where several may be, all of it at once. */
import { Button, Form, Select } from 'antd';
import type { Item } from '../data/contract';
import { shortDate } from '../parts/dates';
import { text, words } from '../text';
import { framed, isOptional } from './field-frame';
import { milestonesAmong, type Choice } from './forms';
import styles from './form.module.css';

type Options = readonly { readonly value: string | number; readonly label: string }[];

const milestoneOptions = (list: Item['milestoneList'], today: string): Options =>
  list.map(({ id, title, due }) => ({ value: id, label: `${id} ${title}（${shortDate(due, today)}）` }));

/** Struck off is what is done; waived may be what is open too. */
const measureOptions = ({ measureList }: Item, among: readonly string[]): Options =>
  measureList
    .filter(({ status }) => among.includes(status))
    .map(({ id, text: said }) => ({ value: id, label: `${id} ${said}` }));

const named = ['co_unit', 'case_officer', 'supervision_head', 'leader_in_charge', 'director'] as const;

const optionsOf = (item: Item, field: Choice): Options => {
  switch (field.kind) {
    case 'milestone':
      return milestoneOptions(milestonesAmong(item, field.among), item.today);
    case 'replaces':
      return milestoneOptions(milestonesAmong(item, 'open'), item.today);
    case 'measures':
      return measureOptions(item, ['done']);
    case 'measure':
      return measureOptions(item, ['open', 'done']);
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

/** The evidence that the chosen milestone asks for. */
const Wanted = ({ item, name }: { readonly item: Item; readonly name: string }) => {
  const chosen: unknown = Form.useWatch(name);
  const milestone = item.milestoneList.find(({ id }) => id === chosen);
  return milestone && milestone.evidence !== '' ? (
    <p className={styles.wanted}>{text.commands.wanted(milestone.evidence)}</p>
  ) : null;
};

export const ChoiceField = ({ item, field }: { readonly item: Item; readonly field: Choice }) => {
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
      {...framed(field, optional)}
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
