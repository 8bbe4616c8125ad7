/** A day, a week, a month, to a day of one's choice, or to whatever happens next, which is named. */
import { Button, DatePicker, Popover } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import type { PlanClock } from '../data/contract';
import type { Step } from '../data/advance';
import { useAnswer } from '../data/query';
import { usePlan } from '../data/session';
import { dateOf, shortDate, timeOf } from '../parts/dates';
import { text, words } from '../text';
import styles from './rehearsal-bar.module.css';

const said = text.rehearsal;
const spans = ['day', 'week', 'month'] as const;

export interface StepsProps {
  readonly disabled: boolean;
  readonly move: (step: Step) => void;
}

export const RehearsalSteps = ({ disabled, move }: StepsProps) => (
  <div className={styles.steps}>
    {spans.map((by) => (
      <Button
        key={by}
        size="small"
        disabled={disabled}
        aria-label={said.stepNames[by]}
        onClick={() => move({ by })}
      >
        {said.steps[by]}
      </Button>
    ))}
    <ToDay disabled={disabled} move={move} />
    <ToNext disabled={disabled} move={move} />
  </div>
);

/** Offices open at nine: what a morning brings at 08:30 has happened by then. */
const arrivalAt = '09:00';

const ToDay = ({ disabled, move }: StepsProps) => {
  const { pulse } = usePlan();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<Dayjs | null>(null);
  const id = useId();
  const go = (): void => {
    if (day === null) return;
    setOpen(false);
    setDay(null);
    move({ to: `${day.format('YYYY-MM-DD')}T${arrivalAt}` });
  };
  const form = (
    <div className={styles.toDay}>
      <label htmlFor={id}>{said.dayToReach}</label>
      <div className={styles.toDayRow}>
        <DatePicker
          autoFocus
          id={id}
          value={day}
          defaultPickerValue={dayjs(pulse.today)}
          minDate={dayjs(pulse.today).add(1, 'day')}
          onChange={(chosen: Dayjs | null) => setDay(chosen)}
        />
        <Button type="primary" disabled={day === null || disabled} onClick={go}>
          {said.go}
        </Button>
      </div>
      <p className="caption">{said.dayHint}</p>
    </div>
  );
  return (
    <Popover
      open={open && !disabled}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={form}
      getPopupContainer={(button) => button.parentElement ?? document.body}
    >
      <Button size="small" disabled={disabled} aria-haspopup="dialog" aria-expanded={open}>
        {said.toDay}
      </Button>
    </Popover>
  );
};

const ToNext = ({ disabled, move }: StepsProps) => {
  const { plan, pulse } = usePlan();
  const { data } = useAnswer<PlanClock>(`/plans/${plan.id}/clock`);
  const nothing = data !== undefined && data.nextAlarmAt === null;
  const what = nothing ? words.problems.nothing_ahead.title : data && nextSaid(data, pulse.today);
  return (
    <Button
      type="primary"
      size="small"
      className={styles.next ?? ''}
      disabled={disabled || nothing}
      onClick={() => move({ by: 'next_event' })}
    >
      <span>{said.next}</span>
      {what !== undefined && <span className={styles.what}>{what}</span>}
    </Button>
  );
};

/** When, and what if it may be known. */
const nextSaid = ({ nextAlarmAt, nextEvent }: PlanClock, today: string): string | undefined => {
  if (nextAlarmAt === null) return undefined;
  const when = dateOf(nextAlarmAt) === today ? timeOf(nextAlarmAt) : shortDate(nextAlarmAt, today);
  return nextEvent ? `${when} ${said.nextOf(nextEvent.item.number, nextEvent.text)}` : when;
};
