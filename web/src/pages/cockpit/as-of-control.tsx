/** Which day the page shows: a day back or on, a chosen one, along the curve, and the way back to today. */
import { Button, DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Trend } from '../../data/contract';
import { usePlan } from '../../data/session';
import { addDays } from '../../parts/dates';
import { text } from '../../text';
import type { AsOf } from './as-of';
import { Arrow, CalendarIcon } from '../../parts/icons';
import { TrendSlider } from './trend-slider';
import styles from './as-of-control.module.css';

export interface AsOfControlProps {
  readonly asOf: AsOf;
  /** Undefined until it is known. */
  readonly trend: Trend | undefined;
}

export const AsOfControl = ({ asOf, trend }: AsOfControlProps) => {
  const { plan } = usePlan();
  const first = trend?.from ?? plan.period.from;
  const shown = asOf.at ?? asOf.today;
  return (
    <div className={styles.control}>
      <div className={styles.line} role="group" aria-label={text.cockpit.asOfGroup}>
        <span className={styles.word}>{text.cockpit.asOfWord}</span>
        <Button
          className={styles.step}
          size="small"
          icon={<Arrow back />}
          aria-label={text.cockpit.dayBefore}
          disabled={shown <= first}
          onClick={() => asOf.go(addDays(shown, -1))}
        />
        <DayChoice shown={shown} first={first} asOf={asOf} />
        <Button
          className={styles.step}
          size="small"
          icon={<Arrow />}
          aria-label={text.cockpit.dayAfter}
          disabled={asOf.at === null}
          onClick={() => asOf.go(addDays(shown, 1))}
        />
        <Button
          className={styles.today}
          size="small"
          disabled={asOf.at === null}
          onClick={() => asOf.go(null)}
        >
          {text.cockpit.backToToday}
        </Button>
        <Button className={styles.print} size="small" onClick={() => window.print()}>
          {text.frame.print}
        </Button>
      </div>
      {trend && <TrendSlider trend={trend} asOf={asOf} />}
    </div>
  );
};

interface DayChoiceProps {
  readonly shown: string;
  readonly first: string;
  readonly asOf: AsOf;
}

const DayChoice = ({ shown, first, asOf }: DayChoiceProps) => (
  <DatePicker
    className={styles.day ?? ''}
    size="small"
    aria-label={text.cockpit.asOfDay}
    value={dayjs(shown)}
    format={['YYYY-MM-DD ddd', 'YYYY-MM-DD']}
    minDate={dayjs(first)}
    maxDate={dayjs(asOf.today)}
    allowClear={false}
    prefix={<CalendarIcon />}
    suffixIcon={null}
    placement="bottomRight"
    onChange={(day: Dayjs | null) => asOf.go(day === null ? null : day.format('YYYY-MM-DD'))}
  />
);
