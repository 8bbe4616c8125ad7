/** One signature on one page, with what waits beside it: read, decide, go on to the next. */
import { useNavigate, useParams } from 'react-router';
import { usePlan } from '../../data/session';
import { Panel } from '../../parts/panel';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import { CasePage } from './case-page';
import type { Onward } from './leaving';
import { PlaceBar } from './place-bar';
import { PolicyPage } from './policy-page';
import styles from './one.module.css';
import { addressOf, placeOf } from './queue';
import { QueueList } from './queue-list';
import { useWaiting } from './waiting-here';

export const Page = () => {
  const { item = '', '*': rest = '' } = useParams();
  const { to } = usePlan();
  const navigate = useNavigate();
  const { desk, policies, queue } = useWaiting();
  const address = `${item}/${rest}`;
  const place = placeOf(queue, address);
  const next = place.next && addressOf(place.next);
  const onward: Onward = {
    next,
    left: queue.filter((waiting) => addressOf(waiting) !== address).length,
    goOn: () => void navigate(to(`sign/${next ?? ''}`), { replace: true }),
    leave: () => void navigate(to('sign')),
  };
  return (
    <div className={styles.spread}>
      <aside className={styles.aside}>
        {desk.data && (
          <Panel title={text.sign.list} count={queue.length}>
            <QueueList queue={queue} current={address} />
          </Panel>
        )}
      </aside>
      <div className={styles.sheet}>
        <PlaceBar place={place} next={next} />
        <Shown of={desk}>
          {(found) =>
            item === 'policy' ? (
              <PolicyPage key={address} version={Number(rest)} policies={policies} onward={onward} />
            ) : (
              <CasePage
                key={address}
                item={item}
                id={rest}
                desk={found}
                policies={policies}
                onward={onward}
              />
            )
          }
        </Shown>
      </div>
    </div>
  );
};
