/** A year of the calendar is changed day by day, and applied only after what it moves has been seen. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAnnounce } from '../../frame/announce';
import type { AvailableCommand } from '../../data/contract';
import { usePlan } from '../../data/session';
import { useSubmit } from '../../data/submit';
import { Panel, PanelBody } from '../../parts/panel';
import { text } from '../../text';
import { Deciding } from './deciding';
import { MovesPanel } from './moves-panel';
import { usePreviewing } from './previewing';
import { changedDays, pressed, type PublishedYear } from './year-days';
import { Legend, YearView } from './year-view';
import styles from './rules.module.css';

const said = text.rules.calendar;

export interface YearEditProps {
  readonly before: PublishedYear;
  readonly update: AvailableCommand | undefined;
  readonly end: () => void;
}

export const YearEdit = ({ before, update, end }: YearEditProps) => {
  const { plan, pulse } = usePlan();
  const [year, setYear] = useState(before);
  const path = `/plans/${plan.id}/calendar`;
  const previewing = usePreviewing(`${path}/preview`, year);
  const submitting = useSubmit();
  const announce = useAnnounce();
  const changed = changedDays(before, year);
  const apply = async (): Promise<void> => {
    if ((await submitting.send({ path, body: year })).state !== 'done') return;
    announce(said.saved(year.year));
    end();
  };
  return (
    <>
      <Panel
        title={said.region(year.year)}
        note={said.changed(changed.size)}
        aside={<Button onClick={end}>{said.discard}</Button>}
      >
        <PanelBody>
          <p className={styles.say}>{said.editing}</p>
          <Form.Item label={said.notice} layout="vertical" extra={said.noticeHint}>
            <Input
              aria-label={said.notice}
              value={year.notice}
              maxLength={500}
              onChange={({ target }) => setYear({ ...year, notice: target.value })}
            />
          </Form.Item>
          <div className={styles.say}>
            <Legend />
          </div>
          <YearView
            year={year}
            today={pulse.today}
            changed={changed}
            press={(day) => setYear(pressed(year, day))}
          />
          <Deciding
            previewing={previewing}
            submitting={submitting}
            command={update}
            apply={said.apply}
            onApply={() => void apply()}
            incomplete={year.notice.trim() === '' || (changed.size === 0 && year.notice === before.notice)}
          />
        </PanelBody>
      </Panel>
      {previewing.shown && <MovesPanel preview={previewing.shown} />}
    </>
  );
};
