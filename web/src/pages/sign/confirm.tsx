/** Repeats what is decided, takes the words it needs, sends it once for the version that was seen, and says what became of it. */
import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { Outcome } from '../../commands/doing-drawer';
import { useDeciding } from '../../commands/use-deciding';
import type { ItemCommandType } from '../../data/contract';
import { useSession } from '../../data/session';
import { plainTile } from '../../parts/tile-title';
import { text, words } from '../../text';
import styles from './confirm.module.css';
import { Done } from './done';
import { papersOf, toldPosts, type Looked } from './kinds';
import type { Onward } from './leaving';
import { bodyAhead, bodyFor, refusalOf, toType } from './particulars';
import { usePreview } from './preview';
import { Sheet } from './sheet';
import { signerOf } from './signer';

export interface ConfirmProps {
  readonly looked: Looked;
  readonly command: ItemCommandType;
  /** What is decided, such as 签发三级挂牌. */
  readonly title: string;
  /** On the button that does it. */
  readonly confirm: string;
  readonly onward: Onward;
  readonly close: () => void;
}

export const Confirm = ({
  looked: { item, entry },
  command,
  title,
  confirm,
  onward,
  close,
}: ConfirmProps) => {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const deciding = useDeciding(item);
  const { sending, busy, seen } = deciding;
  const fields = toType(command);
  const missing = fields.some(({ name, needed }) => needed && (typed[name] ?? '').trim() === '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!missing) void deciding.give(command, bodyFor(entry, command, typed));
  };
  if (sending.state === 'done')
    return (
      <Sheet title={text.sign.sheet.signed} busy={false} close={onward.leave}>
        <Done item={item} title={title} since={seen} onward={onward} />
      </Sheet>
    );
  return (
    <Sheet title={title} busy={busy} close={close}>
      <form onSubmit={submit}>
        <p className={styles.what}>
          <b className="serif">{item.number}</b>
          {plainTile(item.tile)}
        </p>
        <WhatFollows looked={{ item, entry }} command={command} />
        {fields.map(({ name, needed }) => (
          <TypedField
            key={name}
            label={text.commands.fields[name] ?? name}
            needed={needed}
            disabled={busy}
            change={(value) => setTyped((now) => ({ ...now, [name]: value }))}
          />
        ))}
        <Outcome of={deciding} item={item} />
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={busy}
          disabled={missing}
          className={styles.confirm ?? ''}
        >
          {confirm}
        </Button>
        <Button type="link" block disabled={busy} onClick={close} className={styles.cancel ?? ''}>
          {text.frame.cancel}
        </Button>
      </form>
    </Sheet>
  );
};

const WhatFollows = ({
  looked: { item, entry },
  command,
}: {
  readonly looked: Pick<Looked, 'item' | 'entry'>;
  readonly command: ItemCommandType;
}) => {
  const session = useSession();
  const { data } = usePreview(
    item.id,
    refusalOf(item, command) === null ? command : null,
    bodyAhead(entry, command),
  );
  const papers = data ? papersOf(data) : [];
  const told = data ? toldPosts(data) : [];
  return (
    <dl className={styles.facts}>
      {papers.length > 0 && (
        <div>
          <dt>{text.sign.sheet.paper}</dt>
          <dd>
            {papers.join(text.sign.joined)}
            {text.sign.comma}
            {text.sign.paper}
          </dd>
        </div>
      )}
      <div>
        <dt>{text.sign.sheet.signer}</dt>
        <dd>{signerOf(session)}</dd>
      </div>
      {told.length > 0 && (
        <div>
          <dt>{text.sign.sheet.told}</dt>
          <dd>{told.map((post) => words.posts[post]).join(text.sign.joined)}</dd>
        </div>
      )}
    </dl>
  );
};

interface TypedFieldProps {
  readonly label: string;
  readonly needed: boolean;
  readonly disabled: boolean;
  readonly change: (value: string) => void;
}

const TypedField = ({ label, needed, disabled, change }: TypedFieldProps) => {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        <span className={styles.need}>{needed ? text.sign.sheet.needed : text.sign.sheet.optional}</span>
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        required={needed}
        disabled={disabled}
        onChange={({ target }) => change(target.value)}
      />
    </div>
  );
};
