/** Live or as a rehearsal, and the one button that takes the plan over. */
import { Button, DatePicker, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import type { Acting } from '../../data/act';
import { ActingNote } from '../../parts/acting-note';
import { Panel, PanelBody } from '../../parts/panel';
import { text } from '../../text';
import styles from './import.module.css';

const said = text.intake;

export interface Mode {
  readonly kind: 'live' | 'rehearsal';
  /** Of a rehearsal: its first day. */
  readonly from: string;
}

export interface ImportPanelProps {
  readonly publishedOn: string;
  readonly acting: Acting;
  readonly take: (mode: Mode) => void;
}

const kinds = ['rehearsal', 'live'] as const;
const whats = { rehearsal: said.rehearsalWhat, live: said.liveWhat };

export const ImportPanel = ({ publishedOn, acting, take }: ImportPanelProps) => {
  const [mode, setMode] = useState<Mode>({ kind: 'rehearsal', from: publishedOn });
  const [sure, askSure] = useState(false);
  const busy = acting.state === 'asking';
  const options = kinds.map((value) => ({
    value,
    label: (
      <>
        <b>{said[value]}</b> <span className="secondary">{whats[value]}</span>
      </>
    ),
  }));
  return (
    <Panel title={said.mode}>
      <PanelBody>
        <Radio.Group
          className={styles.modes ?? ''}
          aria-label={said.mode}
          value={mode.kind}
          disabled={busy}
          options={options}
          onChange={({ target }) => setMode({ ...mode, kind: target.value as Mode['kind'] })}
        />
        {mode.kind === 'rehearsal' && (
          <FirstDay from={mode.from} disabled={busy} choose={(from) => setMode({ ...mode, from })} />
        )}
        {acting.state === 'unreachable' ? (
          <p role="alert" className={styles.note}>
            {said.lost}
          </p>
        ) : (
          <ActingNote of={acting} />
        )}
        <Button
          type="primary"
          size="large"
          className={styles.again ?? ''}
          loading={busy}
          onClick={() => (mode.kind === 'live' ? askSure(true) : take(mode))}
        >
          {said.import[mode.kind]}
        </Button>
        {busy && <p role="status">{said.importing}</p>}
        <Modal
          open={sure}
          title={said.import.live}
          okText={said.yesLive}
          onCancel={() => askSure(false)}
          onOk={() => {
            askSure(false);
            take(mode);
          }}
        >
          <p>{said.sureLive}</p>
        </Modal>
      </PanelBody>
    </Panel>
  );
};

interface FirstDayProps {
  readonly from: string;
  readonly disabled: boolean;
  readonly choose: (from: string) => void;
}

const FirstDay = ({ from, disabled, choose }: FirstDayProps) => {
  const id = useId();
  return (
    <div className={styles.from}>
      <label htmlFor={id}>{said.from}</label>
      <DatePicker
        id={id}
        allowClear={false}
        disabled={disabled}
        value={dayjs(from)}
        onChange={(day) => day && choose(day.format('YYYY-MM-DD'))}
      />
      <p className="caption">{said.fromHint}</p>
    </div>
  );
};
