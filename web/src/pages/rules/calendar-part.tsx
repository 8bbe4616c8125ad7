/** The working calendar, year by year; an edit shows what it moves before it is applied. */
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { AvailableCommand, Calendar } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { dateOf } from '../../parts/dates';
import { Panel, PanelBody } from '../../parts/panel';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import { commandIn, WhyNot } from './deciding';
import { countsOf, type PublishedYear } from './year-days';
import { YearEdit } from './year-edit';
import { Legend, YearView } from './year-view';
import styles from './rules.module.css';

const said = text.rules.calendar;

const nothingPublished = (year: number): PublishedYear => ({ year, notice: '', off: [], on: [] });

export const CalendarPart = () => {
  const { plan } = usePlan();
  const calendar = useAnswer<Calendar>(`/plans/${plan.id}/calendar`);
  return <Shown of={calendar}>{(found) => <Years calendar={found} />}</Shown>;
};

/** Years of the plan, those that are published beside them, and the next one, which may be added. */
const yearsOf = (
  { years }: Calendar,
  { from, to }: { readonly from: string; readonly to: string },
): readonly number[] => {
  const known = new Set(years.map(({ year }) => year));
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)) + 1; year += 1) known.add(year);
  return [...known].sort((a, b) => a - b);
};

const Years = ({ calendar }: { readonly calendar: Calendar }) => {
  const { plan, pulse } = usePlan();
  const [chosen, choose] = useState(Number(pulse.today.slice(0, 4)));
  const [editing, setEditing] = useState(false);
  const published = calendar.years.find(({ year }) => year === chosen);
  const year = published ?? nothingPublished(chosen);
  const update = commandIn(calendar.available, 'updateCalendar');
  const switcher = (
    <Segmented
      aria-label={said.year}
      value={chosen}
      disabled={editing}
      options={yearsOf(calendar, plan.period).map((one) => ({ value: one, label: String(one) }))}
      onChange={choose}
    />
  );
  return (
    <div className={styles.stack}>
      {editing ? (
        <YearEdit key={chosen} before={year} update={update} end={() => setEditing(false)} />
      ) : (
        <Panel
          title={said.region(chosen)}
          note={said.version(calendar.version, dateOf(calendar.adoptedAt))}
          aside={switcher}
        >
          <PanelBody>
            <YearFacts year={year} isPublished={published !== undefined} />
            <YearView year={year} today={pulse.today} />
            <EditButton
              update={update}
              label={published ? said.edit : said.add(chosen)}
              edit={() => setEditing(true)}
            />
          </PanelBody>
        </Panel>
      )}
    </div>
  );
};

interface YearFactsProps {
  readonly year: PublishedYear;
  readonly isPublished: boolean;
}

const YearFacts = ({ year, isPublished }: YearFactsProps) => {
  const { workday, on, off } = countsOf(year);
  return (
    <>
      <p>
        {isPublished ? (
          <>
            {said.notice} <b>{year.notice || said.noNotice}</b>
          </>
        ) : (
          <b>{said.provisional}</b>
        )}
      </p>
      <p className={styles.say}>{said.counts(workday + on, off, on)}</p>
      <div className={styles.say}>
        <Legend />
      </div>
    </>
  );
};

interface EditButtonProps {
  readonly update: AvailableCommand | undefined;
  readonly label: string;
  readonly edit: () => void;
}

const EditButton = ({ update, label, edit }: EditButtonProps) => (
  <div className={styles.buttons}>
    <Button disabled={update?.allowed !== true} onClick={edit}>
      {label}
    </Button>
    <WhyNot command={update} />
  </div>
);
