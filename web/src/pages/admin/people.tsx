/** Who holds which post, how notices reach them, and which unit is in whose charge. */
import type { Entries, PersonEntry, Unit } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import { OfPlan } from './of-plan';
import { PeoplePanel } from './people-panel';
import { UnitsPanel } from './units-panel';
import styles from './admin.module.css';

export const Page = () => (
  <OfPlan title={text.admin.people.title} sub={() => text.admin.people.sub}>
    {({ id }) => <PeopleOf key={id} plan={id} />}
  </OfPlan>
);

const PeopleOf = ({ plan }: { readonly plan: string }) => {
  const people = useAnswer<Entries<PersonEntry>>(`/plans/${plan}/people`);
  const units = useAnswer<Entries<Unit>>(`/plans/${plan}/units`);
  return (
    <Shown of={people} rows={10}>
      {({ entries: everybody }) => (
        <Shown of={units}>
          {({ entries }) => (
            <div className={styles.stack}>
              <PeoplePanel people={everybody} units={entries} />
              <UnitsPanel people={everybody} units={entries} />
            </div>
          )}
        </Shown>
      )}
    </Shown>
  );
};
