/** The curve of overdue items over the plan's years; dragging along it, or the arrow keys, choose the day to look at. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Trend } from '../../data/contract';
import { usePlan } from '../../data/session';
import { addDays, daysBetween } from '../../parts/dates';
import { text } from '../../text';
import type { AsOf } from './as-of';
import { curveOf, dayAt, entryOn, xOf, yearsIn, type CurveBox } from './trend-curve';
import styles from './trend-slider.module.css';

export interface TrendSliderProps {
  readonly trend: Trend;
  readonly asOf: AsOf;
}

const width = 430;
const ground = 32;
/** The page follows once the hand has rested. */
const restMs = 120;

const useBox = (trend: Trend, today: string): CurveBox => {
  const { period } = usePlan().plan;
  return {
    width,
    ground,
    top: 6,
    from: trend.from < period.from ? trend.from : period.from,
    to: today > period.to ? today : period.to,
  };
};

/** Where the hand is; the address follows it, and the hand lets go once it has. */
const useHand = ({ at, today, go }: AsOf, first: string) => {
  const [moved, setMoved] = useState<string | null>(null);
  const settled = at ?? today;
  useEffect(() => {
    if (moved === null) return undefined;
    if (moved === settled) {
      setMoved(null);
      return undefined;
    }
    const timer = setTimeout(() => go(moved), restMs);
    return () => clearTimeout(timer);
  }, [moved, settled, go]);
  const move = (date: string): void => setMoved(date < first ? first : date > today ? today : date);
  return { shown: moved ?? settled, move };
};

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -30,
  PageUp: 30,
};

const dayOfKey = (key: string, shown: string, first: string, today: string): string | null => {
  if (key === 'Home') return first;
  if (key === 'End') return today;
  const step = keySteps[key];
  return step === undefined ? null : addDays(shown, step);
};

export const TrendSlider = ({ trend, asOf }: TrendSliderProps) => {
  const { today } = asOf;
  const box = useBox(trend, today);
  const first = trend.from;
  const { shown, move } = useHand(asOf, first);
  const svg = useRef<SVGSVGElement>(null);
  const overdue = entryOn(trend.points, shown)?.red ?? 0;
  const follow = ({ clientX }: PointerEvent): void => {
    const area = svg.current?.getBoundingClientRect();
    if (!area || area.width === 0) return;
    move(addDays(box.from, dayAt(box, ((clientX - area.left) / area.width) * width)));
  };
  const press = (event: KeyboardEvent): void => {
    const day = dayOfKey(event.key, shown, first, today);
    if (day === null) return;
    event.preventDefault();
    move(day);
  };
  return (
    <svg
      ref={svg}
      className={styles.slider}
      viewBox={`0 0 ${width} 48`}
      role="slider"
      tabIndex={0}
      aria-label={text.cockpit.trendName}
      aria-valuemin={0}
      aria-valuemax={daysBetween(first, today)}
      aria-valuenow={daysBetween(first, shown)}
      aria-valuetext={text.cockpit.trendAt(shown, overdue)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && follow(event)}
      onKeyDown={press}
    >
      <Curve trend={trend} box={box} today={today} />
      <Hand box={box} shown={shown} overdue={overdue} />
    </svg>
  );
};

interface CurveProps {
  readonly trend: Trend;
  readonly box: CurveBox;
  readonly today: string;
}

const Curve = ({ trend, box, today }: CurveProps) => {
  const curve = curveOf(trend.points, box, today);
  const start = xOf(box, trend.from);
  const end = xOf(box, today);
  return (
    <g aria-hidden="true">
      <path className={styles.ahead} d={`M0 ${ground}H${width}`} />
      <path className={styles.past} d={`M${start} ${ground}H${end}`} />
      <path className={styles.area} d={`${curve}V${ground}H${start}Z`} />
      <path className={styles.curve} d={curve} />
      {yearsIn(box).map((day) => (
        <g key={day}>
          <path className={styles.tick} d={`M${xOf(box, day)} ${ground}v4`} />
          <text className={styles.year} x={xOf(box, day)} y={ground + 14}>
            {day.slice(0, 4)}
          </text>
        </g>
      ))}
    </g>
  );
};

interface HandProps {
  readonly box: CurveBox;
  readonly shown: string;
  readonly overdue: number;
}

/** What holds on the day stands on the side that has room. */
const Hand = ({ box, shown, overdue }: HandProps) => {
  const x = xOf(box, shown);
  const leftwards = x > width * 0.56;
  return (
    <g aria-hidden="true">
      <path className={styles.hand} d={`M${x} 0V${ground}`} />
      <circle className={styles.knob} cx={x} cy={ground} r="5" />
      <text
        className={`${styles.said} ${overdue > 0 ? styles.bad : ''}`}
        x={leftwards ? x - 8 : x + 8}
        y="11"
        textAnchor={leftwards ? 'end' : 'start'}
      >
        {text.cockpit.overdueItems(overdue)}
      </text>
      <text className={styles.hint} x={leftwards ? 0 : width} y="11" textAnchor={leftwards ? 'start' : 'end'}>
        {text.cockpit.dragHint}
      </text>
    </g>
  );
};
