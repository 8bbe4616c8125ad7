/** The form of the command that the address names, over whatever page it was begun on. */
import { Button, Drawer, Form } from 'antd';
import type { Item, ItemCommandType } from '../data/contract';
import { useFresh } from '../data/query';
import { fullInstant } from '../parts/dates';
import { ProblemNote } from '../parts/problem-note';
import { Shown } from '../parts/states';
import { text, words } from '../text';
import { useAnnounce } from '../frame/announce';
import { useDoing, type Doing } from './doing';
import { Fields } from './fields';
import { bodyOf, forms, startingValues } from './forms';
import { useDeciding, type Deciding } from './use-deciding';
import { WhatChanged } from './what-changed';
import styles from './form.module.css';

export const DoingDrawer = () => {
  const { doing, end } = useDoing();
  return (
    <Drawer
      open={doing !== null}
      onClose={end}
      size={560}
      destroyOnHidden
      title={doing ? words.commands[doing.command] : ''}
    >
      {doing && <DoingForm key={`${doing.item} ${doing.command}`} doing={doing} end={end} />}
    </Drawer>
  );
};

const DoingForm = ({ doing, end }: { readonly doing: Doing; readonly end: () => void }) => {
  const item = useFresh<Item>(`/items/${doing.item}`);
  return <Shown of={item}>{(found) => <CommandForm item={found} doing={doing} end={end} />}</Shown>;
};

export interface CommandFormProps {
  readonly item: Item;
  readonly doing: Doing;
  readonly end: () => void;
  /** Which item it is stands above it already. */
  readonly isNamed?: boolean;
}

/** The form of one command of an item, with its outcome. */
export const CommandForm = ({ item, doing, end, isNamed = false }: CommandFormProps) => {
  const { command, given } = doing;
  const [form] = Form.useForm();
  const deciding = useDeciding(item);
  const announce = useAnnounce();
  const available = item.available.find((entry) => entry.command === command);
  const submit = async (values: Record<string, unknown>): Promise<void> => {
    const outcome = await deciding.give(command, bodyOf(command, values));
    if (outcome.state !== 'done') return;
    announce(doneWords(command, item), outcome.submission.warnings?.map((warning) => warning.text) ?? []);
    end();
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark="optional"
      initialValues={startingValues(item, command, given)}
      onFinish={(values: Record<string, unknown>) => void submit(values)}
      disabled={deciding.busy}
      scrollToFirstError
    >
      {!isNamed && (
        <p className="strong">
          <span className="serif">{item.number}</span> {item.title}
        </p>
      )}
      <p className="note secondary" style={{ marginBottom: 16 }}>
        {text.commands.hints[command]}
      </p>
      {available?.allowed === false && available.reason !== null && (
        <ProblemNote problem={{ status: 409, ...available.reason }} />
      )}
      <Fields item={item} fields={forms[command]} />
      <div className={styles.outcome}>
        <Outcome of={deciding} item={item} />
      </div>
      <Button type="primary" size="large" htmlType="submit" block loading={deciding.busy}>
        {words.commands[command]}
      </Button>
    </Form>
  );
};

const doneWords = (command: ItemCommandType, item: Item): string =>
  text.commands.done(words.commands[command], item.number);

export interface OutcomeProps {
  readonly of: Pick<Deciding, 'sending' | 'seen' | 'take'>;
  readonly item: Item;
}

/** What became of what was sent, while it is not done. */
export const Outcome = ({ of: { sending, seen, take }, item }: OutcomeProps) => {
  if (sending.state === 'undecided')
    return <p role="status">{text.parts.undecided(fullInstant(sending.receivedAt))}</p>;
  if (sending.state === 'unreachable') return <p role="status">{text.parts.unreachable}</p>;
  if (sending.state !== 'refused') return null;
  if (sending.problem.code !== 'stale_version') return <ProblemNote problem={sending.problem} />;
  return (
    <ProblemNote problem={sending.problem}>
      <WhatChanged item={item.id} since={seen} />
      <Button size="small" disabled={item.version === seen} onClick={take}>
        {text.parts.takeNew}
      </Button>
    </ProblemNote>
  );
};
