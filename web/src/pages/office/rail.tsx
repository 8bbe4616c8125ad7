/** Beside the queue: what leaders have been asked to sign, what happens if nobody acts, what is due soon. */
import { Link } from 'react-router';
import type { Desk, DeskEntry, PlanForecast } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { DayBoxes, TermLeft } from '../../parts/day-boxes';
import { Panel } from '../../parts/panel';
import { Shown } from '../../parts/states';
import { text, words } from '../../text';
import { aheadOf } from './ahead';
import { ItemLink } from './item-link';
import { dueWithin, sentUpOf } from './queue';
import styles from './rail.module.css';

const labels = text.office;

const Nothing = ({ children }: { readonly children: string }) => <p className={styles.nothing}>{children}</p>;

export const SentUpPanel = ({ desk }: { readonly desk: Desk }) => {
  const entries = sentUpOf(desk);
  return (
    <Panel title={labels.sent.title} {...(entries.length > 0 ? { count: entries.length } : {})}>
      {entries.length === 0 && <Nothing>{labels.sent.empty}</Nothing>}
      <ul className={`${styles.rows} ${styles.sent}`}>
        {entries.map((entry) => (
          <li key={`${entry.item.id} ${entry.id}`}>
            <p className={`${styles.what} ${styles.line}`}>
              <b>{entry.case === 'listing_signature' ? (entry.about ?? entry.title) : entry.title}</b>
              <ItemLink item={entry.item} />
              <span className="secondary">{labels.sent.who[entry.by] ?? words.owners[entry.by]}</span>
            </p>
            <span className={styles.term}>
              <DayBoxes term={entry.workingDays} />
              <TermLeft term={entry.workingDays} />
            </span>
          </li>
        ))}
      </ul>
      <Otherwise entries={entries} />
    </Panel>
  );
};

/** Who hears of the first signature that is not given in time, in the API's own words. */
const Otherwise = ({ entries }: { readonly entries: readonly DeskEntry[] }) => {
  const here = usePlan();
  const first = entries
    .flatMap(({ otherwise }) => otherwise ?? [])
    .sort((a, b) => a.at.localeCompare(b.at))[0];
  if (!first || first.told.length === 0) return null;
  return (
    <p className={styles.note}>
      {labels.sent.note(shortDate(first.at, here.pulse.today))}
      {labels.list(first.told.map((post) => words.posts[post]))}
    </p>
  );
};

const aheadRows = 6;
const aheadItems = 5;

export const AheadPanel = () => {
  const here = usePlan();
  const { days } = labels.ahead;
  const forecast = useAnswer<PlanForecast>(`/plans/${here.plan.id}/forecast?days=${days}`);
  return (
    <Panel
      title={labels.ahead.title}
      aside={<Link to={here.to('forecast?days=90')}>{labels.ahead.more}</Link>}
    >
      <Shown of={forecast} rows={3}>
        {(found) => {
          const lines = aheadOf(found);
          if (lines.length === 0) return <Nothing>{labels.ahead.empty(days)}</Nothing>;
          return (
            <>
              <ol className={styles.ahead}>
                {lines.slice(0, aheadRows).map((line) => (
                  <li key={line.key}>
                    <b className="nowrap">{shortDate(line.at, here.pulse.today)}</b>
                    <span>
                      {line.items.slice(0, aheadItems).map((item) => (
                        <ItemLink key={item.id} item={item} />
                      ))}
                      {line.items.length > aheadItems && labels.ahead.others(line.items.length)}
                      {line.text}
                    </span>
                  </li>
                ))}
              </ol>
              {lines.length > aheadRows && (
                <p className={styles.note}>
                  <Link to={here.to(`forecast?days=${days}`)}>
                    {labels.ahead.rest(lines.length - aheadRows)}
                  </Link>
                </p>
              )}
            </>
          );
        }}
      </Shown>
    </Panel>
  );
};

export const SoonPanel = ({ desk, lastDay }: { readonly desk: Desk; readonly lastDay: string }) => {
  const entries = dueWithin(desk, lastDay);
  return (
    <div id="soon" className={styles.anchor}>
      <Panel title={labels.soon.title} {...(entries.length > 0 ? { count: entries.length } : {})}>
        {entries.length === 0 && <Nothing>{labels.soon.empty}</Nothing>}
        <ol className={styles.ahead}>
          {entries.map((entry) => (
            <li key={`${entry.item.id} ${entry.id}`}>
              <b className="nowrap">{shortDate(entry.until, desk.today)}</b>
              <span>
                <ItemLink item={entry.item} />
                {entry.title}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
};
