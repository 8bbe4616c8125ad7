/** Everything that waits for the viewer's signature, the most dangerous first: a row, a page, a confirmation. */
import { Link } from 'react-router';
import { usePlan } from '../../data/session';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { Empty, Shown } from '../../parts/states';
import { text } from '../../text';
import { QueueList } from './queue-list';
import { useWaiting } from './waiting-here';

export const Page = () => {
  const { to } = usePlan();
  const { desk, queue } = useWaiting();
  return (
    <>
      <PageHead title={text.sign.title} {...(queue.length > 0 && { sub: text.sign.waiting(queue.length) })} />
      <Panel title={text.sign.list} count={queue.length}>
        <Shown of={desk}>
          {() =>
            queue.length === 0 ? (
              <Empty title={text.sign.nothing}>
                <p>{text.sign.nothingHint}</p>
                <Link to={to('cockpit')}>{text.sign.toCockpit}</Link>
              </Empty>
            ) : (
              <QueueList queue={queue} />
            )
          }
        </Shown>
      </Panel>
    </>
  );
};
