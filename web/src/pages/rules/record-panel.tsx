/** An outage is said by its first person, after what it would move has been seen. */
import { Button, DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
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
import styles from './rules.module.css';

const said = text.rules.outages;

/** Shanghai's wall clock, as the API reads instants without a zone. */
const written = 'YYYY-MM-DDTHH:mm';

interface Given {
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
}

export interface RecordPanelProps {
  readonly record: AvailableCommand | undefined;
  readonly end: () => void;
}

export const RecordPanel = ({ record, end }: RecordPanelProps) => {
  const { plan } = usePlan();
  const [given, setGiven] = useState<Given>({ from: null, to: null, reason: '' });
  const { from, to, reason } = given;
  const path = `/plans/${plan.id}/outages`;
  const previewing = usePreviewing(`${path}/preview`, { from, to });
  const submitting = useSubmit();
  const announce = useAnnounce();
  const apply = async (): Promise<void> => {
    if ((await submitting.send({ path, body: { from, to, reason } })).state !== 'done') return;
    announce(said.recordedDone);
    end();
  };
  return (
    <>
      <Panel title={said.record} aside={<Button onClick={end}>{text.frame.cancel}</Button>}>
        <PanelBody>
          <p className={styles.say}>{said.recordWhat}</p>
          <Fields given={given} give={setGiven} />
          <Deciding
            previewing={previewing}
            submitting={submitting}
            command={record}
            apply={said.apply}
            onApply={() => void apply()}
            incomplete={from === null || to === null || reason.trim() === ''}
          />
        </PanelBody>
      </Panel>
      {previewing.shown && <MovesPanel preview={previewing.shown} />}
    </>
  );
};

interface FieldsProps {
  readonly given: Given;
  readonly give: (given: Given) => void;
}

const Fields = ({ given, give }: FieldsProps) => (
  <Form layout="vertical" requiredMark={false}>
    <div className={styles.moments}>
      {(['from', 'to'] as const).map((name) => (
        <Moment
          key={name}
          label={said[name]}
          value={given[name]}
          change={(value) => give({ ...given, [name]: value })}
        />
      ))}
    </div>
    <Form.Item label={said.reason} extra={said.reasonHint} htmlFor="outage-reason">
      <Input.TextArea
        id="outage-reason"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={given.reason}
        onChange={({ target }) => give({ ...given, reason: target.value })}
      />
    </Form.Item>
  </Form>
);

interface MomentProps {
  readonly label: string;
  readonly value: string | null;
  readonly change: (value: string | null) => void;
}

const Moment = ({ label, value, change }: MomentProps) => {
  const { pulse } = usePlan();
  const id = `outage-${label}`;
  return (
    <Form.Item label={label} htmlFor={id}>
      <DatePicker
        id={id}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        maxDate={dayjs(pulse.today)}
        defaultPickerValue={dayjs(pulse.today)}
        value={value === null ? null : dayjs(value)}
        onChange={(moment) => change(moment ? moment.format(written) : null)}
        style={{ width: '100%' }}
      />
    </Form.Item>
  );
};
