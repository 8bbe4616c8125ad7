/** How the item stands, where one looks first: its plaque if it is listed, its light, and what follows with dates. */
import type { Item } from '../../data/contract';
import { LevelBars, LevelTag, listedLevelOf, ProposedTag } from '../../parts/enforcement';
import { LightMark, shapeOf } from '../../parts/light';
import { text, words } from '../../text';
import { pressing, whatFollows } from './what-follows';
import styles from './standing.module.css';

const labels = text.item;

export const Standing = ({ item }: { readonly item: Item }) => {
  const listed = listedLevelOf(item.level);
  const proposed = item.proposal && words.levels[`listed_${item.proposal.level as 1 | 2 | 3}`];
  return (
    <div className={styles.standing}>
      {listed !== null && (
        <p className={styles.plaque}>
          <LevelBars level={listed} />
          {labels.plaque(words.levels[item.level])}
        </p>
      )}
      <div className={styles.said}>
        <p className={styles.light}>
          <LightMark shape={shapeOf(item)} word={lightWord(item)} large />
          {listed === null && <LevelTag level={item.level} />}
          {proposed !== null && listed === null && (
            <ProposedTag>{labels.proposedLevel(proposed)}</ProposedTag>
          )}
        </p>
        {whatFollows(item).map((line) => (
          <p key={line} className={styles.next}>
            {line}
          </p>
        ))}
      </div>
    </div>
  );
};

const lightWord = (item: Item): string => {
  const milestone = pressing(item);
  if (item.light === 'red' && milestone)
    return milestone.workingDays.over > 0
      ? labels.overdueBy(milestone.workingDays.over)
      : labels.overdueToday;
  const left = milestone?.workingDays.left ?? 0;
  if (item.light === 'yellow' && left > 0) return `${text.parts.lights.yellow}${labels.leftBy(left)}`;
  return text.parts.lights[shapeOf(item)];
};
