/** The head and foot every page stands between: the mark, the plan, the pages of the role, search, inbox, the person. */
import { Suspense, type ReactNode } from 'react';
import { NavLink, useLocation, useSearchParams } from 'react-router';
import { useConnection } from '../data/pulse';
import { useSession, type PlanHere } from '../data/session';
import { fullInstant } from '../parts/dates';
import { Loading } from '../parts/states';
import { text } from '../text';
import { AccountMenu } from './account-menu';
import { InboxLink } from './inbox-link';
import { addressOf, leadsTo, navOf, type NavEntry } from './nav';
import { SearchBox } from './search-box';
import { ThumbBar } from './thumb-bar';
import styles from './shell.module.css';

export interface ShellProps {
  /** Null = no plan is chosen. */
  readonly here?: PlanHere;
  /** Between head and page. */
  readonly band?: ReactNode;
  readonly children: ReactNode;
}

interface PagesProps {
  readonly entries: readonly NavEntry[];
  readonly here: PlanHere | undefined;
}

const Pages = ({ entries, here }: PagesProps) => {
  const { me } = useSession();
  const open = useLocation().pathname.split('/')[here ? 3 : 1];
  return entries.map((entry) => {
    const address = addressOf(entry, here, me.plans);
    const isOver = leadsTo(entry, open, entries);
    return (
      address !== null && (
        <NavLink
          key={entry.to}
          to={address}
          className={({ isActive }) => (isActive || isOver ? styles.on : '')}
        >
          {entry.label}
        </NavLink>
      )
    );
  });
};

export const Shell = ({ here, band, children }: ShellProps) => {
  const { role } = useSession();
  return (
    <>
      <a className={styles.skip} href="#page">
        {text.frame.skip}
      </a>
      <header className={styles.bar}>
        <div className={styles.barIn}>
          <NavLink to="/" className={styles.mark}>
            {text.frame.product}
          </NavLink>
          {here && <span className={styles.plan}>{here.plan.short}</span>}
          <nav className={styles.nav} aria-label={text.frame.nav}>
            <Pages entries={navOf[role]} here={here} />
          </nav>
          <div className={styles.who}>
            {here && <SearchBox here={here} />}
            {here && <InboxLink here={here} />}
            <AccountMenu here={here} />
          </div>
        </div>
      </header>
      {band}
      <ConnectionNote />
      <main id="page" className={styles.page} tabIndex={-1}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </main>
      <footer className={styles.foot}>
        {here && <AsOfNote here={here} />}
        {here && <span className={styles.footEnd}>{text.frame.workingDays}</span>}
      </footer>
      <ThumbBar here={here} />
    </>
  );
};

/** The moment the page holds for; a page that shows a past day has it in its address. */
const AsOfNote = ({ here }: { readonly here: PlanHere }) => {
  const [search] = useSearchParams();
  const at = search.get('at');
  return <span>{text.frame.asOf(at === null ? fullInstant(here.pulse.now) : `${at} 24:00`)}</span>;
};

const ConnectionNote = () =>
  useConnection() === 'down' ? (
    <div className={styles.offline} role="status">
      {text.frame.offline}
    </div>
  ) : null;
