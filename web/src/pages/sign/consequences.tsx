/** What a signature brings about, as the rules themselves foretell it, with its dates, its readers and its paper. */
import type { CommandPreview } from '../../data/contract';
import { Panel } from '../../parts/panel';
import { PaperIcon } from '../../parts/icons';
import { text, words } from '../../text';
import { papersOf, type Looked } from './kinds';
import { bodyAhead, decisionsOn, refusalOf } from './particulars';
import { usePreview } from './preview';
import styles from './case-facts.module.css';

const useAhead = ({ item, entry }: Looked): CommandPreview | null => {
  const { yes } = decisionsOn(entry);
  // What may not be given has no outcome to be looked at.
  const asked = yes !== null && refusalOf(item, yes) === null ? yes : null;
  const { data } = usePreview(item.id, asked, asked === null ? {} : bodyAhead(entry, asked));
  return data ?? null;
};

/** That the case itself ends goes without saying. */
const follows = (preview: CommandPreview): CommandPreview['happens'] =>
  preview.happens.filter(({ type }) => type !== 'caseEnded');

export const Consequences = ({ looked }: { readonly looked: Looked }) => {
  const ahead = useAhead(looked);
  const { yes } = decisionsOn(looked.entry);
  const title = yes === 'signListing' ? text.sign.after : text.sign.afterwards;
  const facts = ahead ? follows(ahead) : [];
  return (
    <Panel title={title}>
      <ol className={styles.consequences}>
        {facts.map(({ type, key, text: said, told }, index) => (
          <li key={`${type} ${key ?? index}`}>
            <span>
              {said}
              {told.length > 0 && (
                <span className={styles.told}>
                  {text.sign.told(told.map((post) => words.posts[post]).join(text.sign.joined))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {yes !== null && <p className={styles.hint}>{text.commands.hints[yes]}</p>}
    </Panel>
  );
};

export const PaperToCome = ({ looked }: { readonly looked: Looked }) => {
  const ahead = useAhead(looked);
  return (
    <>
      {(ahead ? papersOf(ahead) : []).map((title) => (
        <div key={title} className={`${styles.paper} ${styles.coming}`}>
          <PaperIcon />
          <span>
            <b className="serif">{title}</b>
            <span>{text.sign.paper}</span>
          </span>
        </div>
      ))}
    </>
  );
};
