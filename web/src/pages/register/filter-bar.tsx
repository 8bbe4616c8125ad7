/** What narrows the list: words, colours, and what lies folded away on a phone until it is asked for. */
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Entries, Unit } from '../../data/contract';
import { useFixed } from '../../data/query';
import { usePlan } from '../../data/session';
import { LightMark } from '../../parts/light';
import { text, words } from '../../text';
import {
  changed,
  cleared,
  countOf,
  flags,
  levelsShown,
  lifecyclesShown,
  lightsShown,
  type Filters,
  type Flag,
  type Many,
} from './filters';
import styles from './filter-bar.module.css';

const said = text.register;

type Change = (name: Parameters<typeof changed>[1], value: readonly string[] | string | null) => void;

export const FilterBar = ({ filters }: { readonly filters: Filters }) => {
  const [, setSearch] = useSearchParams();
  const [open, setOpen] = useState(false);
  const id = useId();
  const change: Change = (name, value) => setSearch((now) => changed(now, name, value), { replace: true });
  const count = countOf(filters);
  return (
    <section className={styles.bar} aria-label={said.filters}>
      <div className={styles.first}>
        <Words value={filters.search} change={change} />
        <Button
          className={styles.unfold ?? ''}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {said.showFilters(count)}
        </Button>
      </div>
      <div id={id} className={`${styles.rest} ${open ? styles.open : ''}`}>
        <Chips filters={filters} change={change} />
        {count > 0 && (
          <Button
            type="link"
            className={styles.clear ?? ''}
            onClick={() => setSearch(cleared, { replace: true })}
          >
            {said.clear}
          </Button>
        )}
        <Choices filters={filters} change={change} />
      </div>
    </section>
  );
};

const pauseMs = 300;

/** Typing asks once it pauses. */
const Words = ({ value, change }: { readonly value: string; readonly change: Change }) => {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => change('search', typed), pauseMs);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      className={styles.words ?? ''}
      allowClear
      maxLength={100}
      value={typed}
      aria-label={text.frame.search}
      placeholder={said.search}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
};

interface PartProps {
  readonly filters: Filters;
  readonly change: Change;
}

const Chips = ({ filters, change }: PartProps) => {
  const { light } = filters.many;
  const flip = (name: Flag): void => change(name, filters.flags[name] ? null : 'true');
  return (
    <>
      <div className={styles.chips} role="group" aria-label={said.light}>
        {lightsShown.map((one) => (
          <Chip
            key={one}
            on={light.includes(one)}
            flip={() =>
              change('light', light.includes(one) ? light.filter((it) => it !== one) : [...light, one])
            }
          >
            <LightMark shape={one} />
          </Chip>
        ))}
      </div>
      <div className={styles.chips}>
        {flags.map((name) => (
          <Chip key={name} on={filters.flags[name]} flip={() => flip(name)}>
            {said[name]}
          </Chip>
        ))}
      </div>
    </>
  );
};

interface ChipProps {
  readonly on: boolean;
  readonly flip: () => void;
  readonly children: ReactNode;
}

const Chip = ({ on, flip, children }: ChipProps) => (
  <button type="button" className={`${styles.chip} ${on ? styles.on : ''}`} aria-pressed={on} onClick={flip}>
    {children}
  </button>
);

const Choices = ({ filters, change }: PartProps) => {
  const { plan } = usePlan();
  const units = useFixed<Entries<Unit>>(`/plans/${plan.id}/units`);
  const named = (units.data?.entries ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const sections = plan.sections.map(({ number, short }) => ({ value: String(number), label: short }));
  const of = (name: Many) => ({
    label: said[name],
    value: filters.many[name],
    change: (value: readonly string[]) => change(name, value),
  });
  return (
    <div className={styles.choices}>
      <Choice {...of('section')} options={sections} />
      <Choice {...of('unit')} options={named} />
      <Choice {...of('coUnit')} options={named} />
      <Choice
        {...of('level')}
        options={levelsShown.map((one) => ({ value: one, label: words.levels[one] }))}
      />
      <Choice
        {...of('lifecycle')}
        options={lifecyclesShown.map((one) => ({ value: one, label: words.lifecycles[one] }))}
      />
      <DatePicker
        aria-label={said.dueBy}
        placeholder={said.dueBy}
        value={filters.dueBy === null ? null : dayjs(filters.dueBy)}
        onChange={(day: Dayjs | null) => change('dueBy', day?.format('YYYY-MM-DD') ?? null)}
      />
    </div>
  );
};

interface ChoiceProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly change: (value: readonly string[]) => void;
}

const Choice = ({ label, value, options, change }: ChoiceProps) => (
  <Select
    mode="multiple"
    aria-label={label}
    placeholder={label}
    allowClear
    maxTagCount="responsive"
    showSearch={{ optionFilterProp: 'label' }}
    popupMatchSelectWidth={false}
    value={[...value]}
    options={[...options]}
    onChange={(chosen: string[]) => change(chosen)}
  />
);
