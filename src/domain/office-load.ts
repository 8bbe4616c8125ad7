/** How the office's own open cases lie on its persons (督办员负载): the supervisors' clocks count as much as the unit's. */
import type { Calendar } from './calendar.js';
import type { Owner } from './cases.js';
import { dateOf, type Instant, type IsoDate } from './instants.js';
import type { Addressee, Posts } from './notices.js';
import { holdersOf, stepDays } from './owing.js';

/** Open cases alike in whose they are and when they are owed. */
export interface OfficeWork {
  readonly owedBy: Owner;
  readonly posts: Posts;
  readonly until: IsoDate;
  readonly over: boolean;
  readonly cases: number;
}

export interface Load {
  readonly person: Addressee;
  readonly open: number;
  readonly over: number;
  readonly dueToday: number;
  /** Not over, and owed within so many working days after today. */
  readonly dueSoon: number;
}

const soonWorkingDays = 3;

const inOffice = ({ role, active }: Addressee): boolean =>
  active && (role === 'case_officer' || role === 'supervision_head');

/** One entry a person of the office, idle ones too. A case that several could settle lies with each of them. */
export const officeLoad = (
  work: readonly OfficeWork[],
  people: readonly Addressee[],
  now: Instant,
  calendar: Calendar,
): readonly Load[] =>
  people.filter(inOffice).map((person) => {
    const own = work.filter(
      ({ owedBy, posts }) => holdersOf({ by: owedBy, unit: null }, posts, [person]).length > 0,
    );
    const count = (counts: (one: OfficeWork) => boolean) =>
      own.filter(counts).reduce((sum, { cases }) => sum + cases, 0);
    const left = ({ until, over }: OfficeWork) => stepDays({ since: null, until, over }, now, calendar).left;
    return {
      person,
      open: count(() => true),
      over: count(({ over }) => over),
      dueToday: count(({ until, over }) => !over && until === dateOf(now)),
      dueSoon: count((one) => !one.over && (left(one) ?? Infinity) <= soonWorkingDays),
    };
  });
