/** What is asked, by whom and for how long; the item; and the three figures it rests on. */
import { Link } from 'react-router';
import { usePlan } from '../../data/session';
import { bareName } from '../../parts/bare-name';
import { listedLevelOf, type ListedLevel } from '../../parts/enforcement';
import { TermLeft } from '../../parts/day-boxes';
import { text } from '../../text';
import { figuresOf } from './figures';
import { askedWords, plaqueOf, type Looked } from './kinds';
import { Plaque } from './plaque';
import styles from './case-head.module.css';

/** Only a listing, proposed or to be ended, is a plaque's red. */
const levelOf = ({ item, entry }: Looked): ListedLevel | null => {
  if (entry.case === 'listing_signature') return (item.proposal?.level ?? null) as ListedLevel | null;
  return entry.case === 'delisting_signature' ? listedLevelOf(item.level) : null;
};

export const CaseHead = ({ looked }: { readonly looked: Looked }) => {
  const { to } = usePlan();
  const { item, entry } = looked;
  const asked = askedWords(looked);
  return (
    <>
      <div className={styles.top}>
        <Plaque level={levelOf(looked)}>{plaqueOf(looked)}</Plaque>
        <span className={styles.asked}>
          {asked}
          {asked !== '' && text.sign.comma}
          <TermLeft term={entry.workingDays} />
        </span>
      </div>
      <h1 className={`serif ${styles.title}`}>
        <b>{item.number}</b>
        {item.title}
      </h1>
      <p className={styles.unit}>{[bareName(item.unit.name), ...holdersOf(looked)].join(text.sign.comma)}</p>
      <ul className={styles.figures}>
        {figuresOf(looked).map(({ value, label, overdue }) => (
          <li key={label}>
            <Link to={to(`items/${item.id}`)}>
              <b className={overdue ? 'overdue' : ''}>{value}</b>
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Whoever holds the lead unit's post, as its steps say; nobody is named where it owes nothing. */
const holdersOf = ({ item }: Looked): readonly string[] => {
  const step = item.steps.find(({ by }) => by === 'unit');
  const names = (step?.holders ?? []).map(({ name }) => name.replace(item.unit.name, ''));
  return names.length > 0 ? [names.join(text.sign.joined)] : [];
};
