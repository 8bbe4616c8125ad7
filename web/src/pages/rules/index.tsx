/** What a plan is supervised by: its working calendar, its policy, and the outages that count. */
import { Link, useSearchParams } from 'react-router';
import { PageHead } from '../../parts/page-head';
import { text } from '../../text';
import { CalendarPart } from './calendar-part';
import { OutagesPart } from './outages-part';
import { PolicyPart } from './policy-part';
import styles from './rules.module.css';

const said = text.rules;

const parts = { calendar: CalendarPart, policy: PolicyPart, outages: OutagesPart };
type Part = keyof typeof parts;
const names = Object.keys(parts) as readonly Part[];

const partIn = (search: URLSearchParams): Part =>
  names.find((name) => name === search.get('part')) ?? 'calendar';

export const Page = () => {
  const [search] = useSearchParams();
  const present = partIn(search);
  const Shown = parts[present];
  return (
    <>
      <PageHead title={said.title} sub={said.sub} />
      <nav className={styles.parts} aria-label={said.partsNav}>
        {names.map((name) => (
          <Link key={name} to={`?part=${name}`} {...(name === present ? { 'aria-current': 'page' } : {})}>
            {said.parts[name]}
          </Link>
        ))}
      </nav>
      <Shown />
    </>
  );
};
