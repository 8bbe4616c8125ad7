/** A year as twelve small months: what is off, what is worked, and today. While it is edited every day can be pressed. */
import { text } from '../../text';
import { language } from '../../text/language';
import { weekdayOf } from '../../parts/dates';
import { monthsOf, type YearDates, type YearDay, type YearMonth } from './year-days';
import styles from './year-view.module.css';

const said = text.rules.calendar;

export interface YearViewProps {
  readonly year: YearDates;
  readonly today: string;
  /** Days that are no longer as they were. */
  readonly changed?: ReadonlySet<string>;
  /** Undefined = to be looked at only. */
  readonly press?: ((day: YearDay) => void) | undefined;
}

const none: ReadonlySet<string> = new Set();

export const YearView = ({ year, today, changed = none, press }: YearViewProps) => (
  <div className={styles.year} role="group" aria-label={said.region(year.year)}>
    {monthsOf(year).map((month) => (
      <Month key={month.month} month={month} today={today} changed={changed} press={press} />
    ))}
  </div>
);

interface MonthProps extends Pick<YearViewProps, 'today' | 'press'> {
  readonly month: YearMonth;
  readonly changed: ReadonlySet<string>;
}

const Month = ({ month: { month, days }, today, changed, press }: MonthProps) => (
  <section className={styles.month}>
    <h3>{said.month(month)}</h3>
    <ol className={styles.days}>
      {said.weekdays.map((name) => (
        <li key={name} className={styles.weekday} aria-hidden="true">
          {name}
        </li>
      ))}
      {days.map((day) => (
        <li key={day.date} style={day.day === 1 ? { gridColumnStart: day.weekday + 1 } : undefined}>
          <Day day={day} isToday={day.date === today} isChanged={changed.has(day.date)} press={press} />
        </li>
      ))}
    </ol>
  </section>
);

const kindSaid: Readonly<Record<YearDay['kind'], string>> = {
  workday: said.workday,
  weekend: said.legend.weekend,
  off: said.legend.off,
  on: said.legend.on,
};

interface DayProps {
  readonly day: YearDay;
  readonly isToday: boolean;
  readonly isChanged: boolean;
  readonly press: YearViewProps['press'];
}

const Day = ({ day, isToday, isChanged, press }: DayProps) => {
  const { date, kind } = day;
  const more = [...(isToday ? [said.legend.today] : []), ...(isChanged ? [said.legend.changed] : [])];
  const name = [date, weekdayOf(date, language), kindSaid[kind], ...more].join(' ');
  const className = [
    styles.day,
    styles[kind],
    isToday ? styles.today : '',
    isChanged ? styles.changed : '',
  ].join(' ');
  const mark = kind === 'off' ? said.offMark : kind === 'on' ? said.onMark : '';
  const content = (
    <>
      {day.day}
      {mark !== '' && <sup>{mark}</sup>}
    </>
  );
  if (press)
    return (
      <button type="button" className={className} aria-label={name} onClick={() => press(day)}>
        {content}
      </button>
    );
  return (
    <span className={className} title={name}>
      {content}
    </span>
  );
};

export const Legend = () => (
  <ul className={styles.legend}>
    <li>
      <span className={`${styles.day} ${styles.off}`} aria-hidden="true">
        1<sup>{said.offMark}</sup>
      </span>
      {said.legend.off}
    </li>
    <li>
      <span className={`${styles.day} ${styles.on}`} aria-hidden="true">
        7<sup>{said.onMark}</sup>
      </span>
      {said.legend.on}
    </li>
    <li>
      <span className={`${styles.day} ${styles.weekend}`} aria-hidden="true">
        8
      </span>
      {said.legend.weekend}
    </li>
    <li>
      <span className={`${styles.day} ${styles.today}`} aria-hidden="true">
        9
      </span>
      {said.legend.today}
    </li>
  </ul>
);
