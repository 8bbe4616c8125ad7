/** An item as a tile of the wall: the worse it stands the more ink it takes, and a listed one turns into its plaque. */
import { Link } from 'react-router';
import type { BoardItem } from '../data/contract';
import { text, words } from '../text';
import { shortDate } from './dates';
import { LevelBars, LevelTag, listedLevelOf, ProposedTag, type ListedLevel } from './enforcement';
import { LightMark, shapeOf } from './light';
import { plainTile, TileTitle } from './tile-title';
import { bareName } from './bare-name';
import styles from './tile.module.css';

export interface TileProps {
  readonly item: BoardItem;
  readonly today: string;
  readonly to: string;
  /** Set back, because something else is looked for. */
  readonly faint?: boolean;
  /** It has just changed; another number plays the outline again. */
  readonly changed?: number | null;
}

export const Tile = ({ item, today, to, faint = false, changed = null }: TileProps) => {
  const listed = listedLevelOf(item.level);
  return (
    <Link to={to} className={classOf(item, listed, faint)} aria-label={saidOf(item, today)}>
      <span className={styles.first}>
        <b className={styles.number}>{item.number}</b>
        <span className={styles.mark}>
          {listed !== null && (
            <span className={styles.cellBars}>
              <LevelBars level={listed} />
            </span>
          )}
          <LightMark shape={shapeOf(item)} word={lightWord(item)} />
        </span>
      </span>
      <span className={styles.title}>
        <TileTitle tile={item.tile} />
      </span>
      <span className={styles.unit}>{bareName(item.unit.name)}</span>
      <span className={styles.last}>
        <span>{standOf(item, today)}</span>
        <LevelMark item={item} listed={listed} />
      </span>
      {changed !== null && <i key={changed} className={styles.changed} />}
    </Link>
  );
};

const classOf = (item: BoardItem, listed: ListedLevel | null, faint: boolean): string =>
  [
    styles.tile,
    listed === null ? styles[item.light] : styles.listed,
    item.lifecycle === 'closed' ? styles.closed : '',
    faint ? styles.faint : '',
  ].join(' ');

const LevelMark = ({ item, listed }: { readonly item: BoardItem; readonly listed: ListedLevel | null }) => {
  if (listed === null && item.proposal !== null)
    return <ProposedTag>{text.cockpit.awaits(shortLevel(item.proposal))}</ProposedTag>;
  return (
    <span className={styles.level}>
      <LevelTag level={item.level} short />
    </span>
  );
};

const shortLevel = (level: ListedLevel): string => text.parts.levelsShort[`listed_${level}`];

const lightWord = (item: BoardItem): string =>
  item.light === 'red' && item.daysOver > 0
    ? text.cockpit.tileOver(item.daysOver)
    : text.parts.lights[shapeOf(item)];

/** The date that counts now, or why there is none. */
const standOf = (item: BoardItem, today: string): string => {
  if (item.suspended) return text.cockpit.clocksStopped;
  return item.nextDue === null ? words.lifecycles[item.lifecycle] : shortDate(item.nextDue, today);
};

const saidOf = (item: BoardItem, today: string): string =>
  [
    `${item.number} ${plainTile(item.tile)}`,
    lightWord(item),
    ...(item.level === 'none' ? [] : [words.levels[item.level]]),
    ...(item.proposal === null ? [] : [text.cockpit.awaits(shortLevel(item.proposal))]),
    item.unit.name,
    standOf(item, today),
  ].join(text.cockpit.comma);
