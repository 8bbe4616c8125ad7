/** What the viewer may do with the closing now, and why not the rest, as the API says. */
import { Link } from 'react-router';
import { DoButton } from '../../commands/doing';
import { isCommand } from '../../commands/forms';
import type { AvailableCommand, Item } from '../../data/contract';
import { usePlan } from '../../data/session';
import { Panel, PanelBody } from '../../parts/panel';
import { text } from '../../text';
import styles from './panels.module.css';

const said = text.closings;

/** The commands of a closing, those that move it on before those that stop it. */
const ofClosing = [
  'requestClosing',
  'countersign',
  'verifyClosing',
  'approveClosing',
  'returnClosing',
  'reopen',
];

export const DecisionPanel = ({ item }: { readonly item: Item }) => {
  const offered = ofClosing.flatMap(
    (command) => item.available.find((entry) => entry.command === command) ?? [],
  );
  const allowed = offered.filter((entry) => entry.allowed);
  const refused = offered.filter((entry) => !entry.allowed);
  return (
    <Panel title={said.decision}>
      <PanelBody>
        {allowed.length === 0 && <p className="note secondary">{said.decisionNone}</p>}
        <div className={styles.buttons}>
          {allowed.map((entry, index) => (
            <Offer key={entry.command} item={item} entry={entry} main={index === 0} />
          ))}
        </div>
        {refused.length > 0 && (
          <dl className={styles.refused}>
            {refused.map(({ command, title, reason }) => (
              <div key={command}>
                <dt>{title}</dt>
                <dd>{reason?.detail}</dd>
              </div>
            ))}
          </dl>
        )}
      </PanelBody>
    </Panel>
  );
};

interface OfferProps {
  readonly item: Item;
  readonly entry: AvailableCommand;
  readonly main: boolean;
}

/** A signature has a page of its own, with what follows from it. */
const Offer = ({ item, entry: { command, title }, main }: OfferProps) => {
  const { to } = usePlan();
  const signature = item.steps.find(({ kind }) => kind === 'closing_signature');
  if (command === 'approveClosing' && signature?.case)
    return (
      <Link className={styles.sign} to={to(`sign/${item.id}/${signature.case}`)}>
        {title}
      </Link>
    );
  return isCommand(command) ? (
    <DoButton item={item.id} command={command} main={main} size="large" block />
  ) : null;
};
