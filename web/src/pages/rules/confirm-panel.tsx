/** The second person looks at what an outage moves, and says that it was so. */
import { Button } from 'antd';
import { useAnnounce } from '../../frame/announce';
import type { Outage } from '../../data/contract';
import { usePlan } from '../../data/session';
import { useSubmit } from '../../data/submit';
import { fullInstant } from '../../parts/dates';
import { Panel, PanelBody } from '../../parts/panel';
import { text } from '../../text';
import { commandIn, Deciding } from './deciding';
import { MovesPanel } from './moves-panel';
import { usePreviewing } from './previewing';
import styles from './rules.module.css';

const said = text.rules.outages;

export interface ConfirmPanelProps {
  readonly outage: Outage;
  readonly end: () => void;
}

export const ConfirmPanel = ({ outage: { outage, from, to, reason, available }, end }: ConfirmPanelProps) => {
  const { plan } = usePlan();
  const path = `/plans/${plan.id}/outages`;
  const previewing = usePreviewing(`${path}/preview`, { from, to });
  const submitting = useSubmit();
  const announce = useAnnounce();
  const apply = async (): Promise<void> => {
    const outcome = await submitting.send({ path: `${path}/${outage}/confirmation` });
    if (outcome.state !== 'done') return;
    announce(said.confirmedDone(outage));
    end();
  };
  return (
    <>
      <Panel title={said.confirmOf(outage)} aside={<Button onClick={end}>{text.frame.close}</Button>}>
        <PanelBody>
          <p className="strong">
            {fullInstant(from)} — {fullInstant(to)}
          </p>
          <p className={styles.say}>{reason}</p>
          <Deciding
            previewing={previewing}
            submitting={submitting}
            command={commandIn(available, 'confirmOutage')}
            apply={said.confirm}
            onApply={() => void apply()}
          />
        </PanelBody>
      </Panel>
      {previewing.shown && <MovesPanel preview={previewing.shown} />}
    </>
  );
};
