/** Where a person's notices go outside the app: a robot of a group chat, or mail. */
import { Button, Drawer, Form, Input, Radio } from 'antd';
import { useAnnounce } from '../../frame/announce';
import { answered, useAct } from '../../data/act';
import type { Channel, ChannelGiven, PersonEntry } from '../../data/contract';
import { refreshAll, useAnswer } from '../../data/query';
import { ActingNote } from '../../parts/acting-note';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import styles from './admin.module.css';

const said = text.admin.channel;

export interface ChannelDrawerProps {
  readonly person: PersonEntry;
  readonly open: boolean;
  readonly close: () => void;
}

export const ChannelDrawer = ({ person, open, close }: ChannelDrawerProps) => (
  <Drawer
    open={open}
    onClose={close}
    size={480}
    destroyOnHidden
    title={text.admin.people.channelOf(person.name)}
  >
    <ChannelOf person={person} close={close} />
  </Drawer>
);

const ChannelOf = ({ person, close }: Omit<ChannelDrawerProps, 'open'>) => {
  const path = `/people/${person.id}/channel`;
  const present = useAnswer<{ readonly channel: Channel }>(path);
  return (
    <Shown of={present}>
      {({ channel }) => <ChannelForm path={path} person={person} channel={channel} close={close} />}
    </Shown>
  );
};

const presentSaid = (channel: Channel, email: string | null): string => {
  if (channel !== null) return said.byRobot(said[channel.kind], channel.host, channel.signed);
  return email ? said.byMail(email) : said.nowhere;
};

interface ChannelFormProps {
  readonly path: string;
  readonly person: PersonEntry;
  readonly channel: Channel;
  readonly close: () => void;
}

const required = { required: true, message: text.commands.required };

const ChannelForm = ({ path, person, channel, close }: ChannelFormProps) => {
  const [form] = Form.useForm<ChannelGiven>();
  const { acting, busy, run } = useAct();
  const announce = useAnnounce();
  const kind = Form.useWatch('kind', form);
  const finish = async (request: () => Promise<unknown>, done: string): Promise<void> => {
    if ((await run(request)) === null) return;
    announce(done);
    close();
    await refreshAll();
  };
  const save = ({ kind: chosen, url, secret }: ChannelGiven): Promise<void> => {
    const given = chosen === 'dingtalk' && secret ? secret : null;
    const body = { kind: chosen, url: url.trim(), secret: given };
    return finish(() => answered(path, { method: 'PUT', body }), said.saved(person.name));
  };
  const remove = (): Promise<void> =>
    finish(() => answered(path, { method: 'DELETE' }), said.removed(person.name));
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark="optional"
      disabled={busy}
      initialValues={{ kind: channel?.kind ?? 'dingtalk' }}
      onFinish={(given) => void save(given)}
    >
      <p className={styles.present}>{presentSaid(channel, person.email)}</p>
      <Form.Item name="kind" label={said.kind} rules={[required]}>
        <Radio.Group
          options={(['dingtalk', 'wecom'] as const).map((value) => ({ value, label: said[value] }))}
        />
      </Form.Item>
      <Form.Item name="url" label={said.url} extra={said.urlHint} rules={[required]}>
        <Input type="url" autoComplete="off" maxLength={1000} />
      </Form.Item>
      {kind === 'dingtalk' && (
        <Form.Item name="secret" label={said.secret} extra={said.secretHint}>
          <Input.Password autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
      <ActingNote of={acting} />
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {said.save}
      </Button>
      {channel !== null && (
        <Button size="large" block onClick={() => void remove()} className={styles.under ?? ''}>
          {said.remove}
        </Button>
      )}
    </Form>
  );
};
