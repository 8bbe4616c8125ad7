/** What the viewer can do: first what they owe, then everything else they may, then what they may not and why. */
import { DoButton } from '../../commands/doing';
import type { Item } from '../../data/contract';
import { useSession } from '../../data/session';
import { Panel } from '../../parts/panel';
import { text, words } from '../../text';
import { arrange, byReason, type Arranged, type Forbidden, type Grouped, type Offer } from './command-groups';
import place from './item.module.css';
import styles from './actions-panel.module.css';

const labels = text.item;

export const ActionsPanel = ({ item }: { readonly item: Item }) => {
  const { me, role } = useSession();
  const arranged = arrange(item, (me.actingFor ?? me.person).id);
  const post = words.roles[role];
  const note = me.actingFor === null ? labels.asPost(post) : labels.actingFor(me.actingFor.name, post);
  return (
    <Panel title={labels.actions} note={note} className={`${place.actions} screen-only`}>
      <Mine item={item} mine={arranged.mine} others={arranged.others.length} />
      {arranged.others.map((grouped) => (
        <Group key={grouped.group} item={item} grouped={grouped} />
      ))}
      <Refused arranged={arranged} />
    </Panel>
  );
};

/** The command with the milestone it is about. */
const nameOf = ({ command, given }: Offer): string =>
  given.milestone === undefined
    ? words.commands[command]
    : labels.aboutMilestone(words.commands[command], given.milestone);

const keyOf = ({ command, given, step }: Offer): string =>
  [command, step?.case, ...Object.values(given)].join(' ');

interface MineProps {
  readonly item: Item;
  readonly mine: readonly Offer[];
  /** Groups of what may be done, but is not waited for. */
  readonly others: number;
}

const Mine = ({ item, mine, others }: MineProps) => {
  if (mine.length === 0)
    return <p className={styles.nothing}>{others > 0 ? labels.nothingOwed : labels.nothingToDo}</p>;
  return (
    <div className={styles.mine}>
      {mine.map((offer, index) => (
        <div key={keyOf(offer)} className={index === 0 ? styles.first : ''}>
          <DoButton
            item={item.id}
            command={offer.command}
            given={offer.given}
            main={index === 0}
            size={index === 0 ? 'large' : 'middle'}
            block
          >
            {nameOf(offer)}
          </DoButton>
        </div>
      ))}
    </div>
  );
};

const Group = ({ item, grouped: { group, offers } }: { readonly item: Item; readonly grouped: Grouped }) => (
  <div className={styles.group}>
    <h3>{labels.groups[group]}</h3>
    <div className={styles.buttons}>
      {offers.map((offer) => (
        <DoButton key={offer.command} item={item.id} command={offer.command} size="small">
          {words.commands[offer.command]}
        </DoButton>
      ))}
    </div>
  </div>
);

const Refused = ({ arranged: { forbidden, later } }: { readonly arranged: Arranged }) => (
  <>
    {forbidden.length > 0 && (
      <div className={styles.group}>
        <h3>{labels.cannotNow}</h3>
        <Reasons entries={forbidden} />
      </div>
    )}
    {later.length > 0 && (
      <details className={styles.later}>
        <summary>{labels.laterOn(later.length)}</summary>
        <Reasons entries={later} />
      </details>
    )}
  </>
);

/** What several commands share is said once. */
const Reasons = ({ entries }: { readonly entries: readonly Forbidden[] }) => (
  <ul className={styles.reasons}>
    {byReason(entries).map(({ reason, titles }) => (
      <li key={reason} className={titles.length > 1 ? styles.shared : ''}>
        <span>{titles.join(labels.comma)}</span>
        <p>{reason}</p>
      </li>
    ))}
  </ul>
);
