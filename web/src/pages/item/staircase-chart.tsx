/** The staircase: what came on which working morning, and what comes next if nobody acts. */
import { useEffect, useMemo, useRef } from 'react';
import { text } from '../../text';
import { shortDate } from '../../parts/dates';
import { draw, width, type DayLook, type DrawnStep, type Drawing, type Staircase } from './stair-drawing';
import styles from './staircase-chart.module.css';

const labels = text.item;

export interface StaircaseChartProps {
  readonly staircase: Staircase;
  /** Mornings counted so far. */
  readonly marks: number;
  readonly today: string;
}

const said = { month: labels.month, rest: labels.rest, makeUp: labels.makeUp };

export const StaircaseChart = ({ staircase, marks, today }: StaircaseChartProps) => {
  const drawing = useMemo(() => draw(staircase, marks, today, said), [staircase, marks, today]);
  const frame = useRef<HTMLDivElement>(null);
  const { todayX, height } = drawing;
  // Where it does not fit, one looks at what has happened up to today, or at what is to come.
  useEffect(() => {
    const box = frame.current;
    const at = staircase.overdue ? 0.8 : 0.2;
    if (box && todayX !== null) box.scrollLeft = (todayX / width) * box.scrollWidth - box.clientWidth * at;
  }, [todayX, staircase.overdue]);
  return (
    <div className={styles.frame} ref={frame} tabIndex={0} role="group" aria-label={labels.stairs}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={styles.stairs}
        role="img"
        aria-label={saidOf(staircase, today)}
      >
        {drawing.listedArea !== null && <path d={drawing.listedArea} className={styles.listedArea} />}
        {drawing.steps.map((step) => (
          <Step key={step.rung.rung} step={step} today={today} />
        ))}
        <Days drawing={drawing} />
        <Today drawing={drawing} marks={marks} overdue={staircase.overdue} />
      </svg>
    </div>
  );
};

const saidOf = ({ days, rungs }: Staircase, today: string): string => {
  const from = shortDate(days[0]?.date ?? today, today);
  const to = shortDate(days.at(-1)?.date ?? today, today);
  const all = rungs.map(({ title, at, state }) =>
    labels.rungSaid(title, shortDate(at, today), labels.rungStates[state]),
  );
  return `${labels.stairsSaid(labels.stairs, from, to)}${all.join(labels.comma)}`;
};

/** What a step is called, with what became of it where that is not plain. */
const wordsOf = ({ rung: { rung, state, decidedAt, at } }: DrawnStep, today: string): string => {
  const name = labels.rungsShort[rung];
  if (state === 'signed' && decidedAt !== null) return labels.signedOn(name, shortDate(decidedAt, today));
  if (state === 'done') return name;
  return state === 'ahead'
    ? `${name} ${shortDate(at, today)}`
    : `${name}${labels.pause}${labels.rungStates[state]}`;
};

const markOf = ({ rung: { mark } }: DrawnStep): string => {
  if (mark === null) return '';
  return mark === 0 ? labels.dayNought : labels.afterDays(mark);
};

const Step = ({ step, today }: { readonly step: DrawnStep; readonly today: string }) => (
  <g className={styles[step.look]}>
    <path d={step.path} className={styles.line} />
    <text
      x={step.wordsBefore ? step.x - 7 : step.x + 5}
      y={step.wordsBefore ? step.y + 11 : step.y + 12.5}
      textAnchor={step.wordsBefore ? 'end' : 'start'}
      className={styles.words}
    >
      {wordsOf(step, today)}
      <tspan dx="6" className={styles.mark}>
        {markOf(step)}
      </tspan>
    </text>
  </g>
);

const boxHeight = 10;

const DayBox = ({ x, look, size, top }: { x: number; look: DayLook; size: number; top: number }) => {
  if (look === 'off') return <path d={`M${x + 2} ${top + boxHeight}h${size - 4}`} className={styles.off} />;
  return (
    <>
      <rect x={x + 1} y={top} width={Math.max(1, size - 2.4)} height={boxHeight} className={styles[look]} />
      {look === 'make_up' && <circle cx={x + size / 2} cy={top + 5} r="1.9" className={styles.dot} />}
      {look === 'held' && (
        <path
          d={`M${x + 1.5} ${top + boxHeight - 0.5}L${x + size - 2} ${top + 0.5}`}
          className={styles.slash}
        />
      )}
    </>
  );
};

const Days = ({
  drawing: { days, dayWidth, ground, labels: marks, gaps },
}: {
  readonly drawing: Drawing;
}) => (
  <>
    {days.map(({ date, x, look }) => (
      <DayBox key={date} x={x} look={look} size={dayWidth} top={ground + 4} />
    ))}
    {gaps.map(({ x, days: length }) => (
      <text key={x} x={x + 3} y={ground + 13} className={styles.caption}>
        {labels.leftOut(length)}
      </text>
    ))}
    {marks.map(({ x, text: words, strong, row }) => (
      <text
        key={`${x} ${words}`}
        x={x}
        y={ground + 31 + row * 16}
        className={strong ? styles.month : styles.caption}
      >
        {words}
      </text>
    ))}
  </>
);

interface TodayProps {
  readonly drawing: Drawing;
  readonly marks: number;
  readonly overdue: boolean;
}

const Today = ({ drawing: { todayX, ground }, marks, overdue }: TodayProps) => {
  if (todayX === null) return null;
  const atEnd = todayX > width - 90;
  return (
    <>
      <path d={`M${todayX} 4V${ground + 18}`} className={styles.today} />
      <text
        x={atEnd ? todayX - 6 : todayX + 6}
        y={14}
        textAnchor={atEnd ? 'end' : 'start'}
        className={styles.todayWords}
      >
        {overdue ? labels.todayMark(marks) : labels.today}
      </text>
    </>
  );
};
