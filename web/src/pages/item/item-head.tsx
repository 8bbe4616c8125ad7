/** What it is: number, title, who leads, who helps, who supervises; at the far end how it stands and what follows. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Item } from '../../data/contract';
import { usePlan } from '../../data/session';
import { text } from '../../text';
import { language } from '../../text/language';
import { Standing } from './standing';
import { useWholeFile } from './whole-file';
import styles from './item-head.module.css';

const labels = text.item;

export const ItemHead = ({ item }: { readonly item: Item }) => (
  <>
    <Crumb item={item} />
    <div className={styles.head}>
      <b
        className={`${styles.number} ${item.lifecycle === 'closed' ? styles.struck : ''}`}
        aria-hidden="true"
      >
        {item.number}
      </b>
      <div className={styles.name}>
        <h1>
          <span className="unseen">{item.number} </span>
          {item.title}
        </h1>
        {language === 'en' && <p className={styles.gloss}>{item.gloss}</p>}
        <Meta item={item} />
      </div>
      <Standing item={item} />
    </div>
  </>
);

const Crumb = ({ item }: { readonly item: Item }) => {
  const { plan, to } = usePlan();
  const { print } = useWholeFile();
  const section = plan.sections.find(({ number }) => number === item.section);
  return (
    <nav className={styles.crumb} aria-label={text.frame.pages.items}>
      <Link to={to('items')}>{text.frame.pages.items}</Link>
      {section && (
        <Link to={to(`items?section=${section.number}`)} className={styles.section}>
          <span className={styles.numeral}>{labels.section(section.number)}</span>
          {language === 'en' ? section.gloss : section.title}
        </Link>
      )}
      <span className={styles.beside}>
        {item.previous && (
          <Link to={to(`items/${item.previous.id}`)}>{labels.previous(item.previous.number)}</Link>
        )}
        {item.following && (
          <Link to={to(`items/${item.following.id}`)}>{labels.following(item.following.number)}</Link>
        )}
        <Button size="small" className={styles.print} onClick={print}>
          {labels.print}
        </Button>
      </span>
    </nav>
  );
};

const Meta = ({ item }: { readonly item: Item }) => {
  const { plan } = usePlan();
  const leader = plan.leaders.find(({ id }) => id === item.leaderInCharge);
  const entries: readonly (readonly [string, string])[] = [
    [labels.lead, item.unit.name],
    [labels.coUnits, item.coUnits.map(({ name }) => name).join(labels.comma)],
    [labels.caseOfficer, item.caseOfficer?.name ?? labels.noOfficer],
    [labels.leader, leader?.title ?? ''],
  ];
  return (
    <dl className={styles.meta}>
      {entries
        .filter(([, said]) => said !== '')
        .map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </dl>
  );
};
