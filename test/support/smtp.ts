/** Promise: a real mail server in this process that takes, refuses, keeps silent or hangs up where a test says. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the server does with the next message; `accept` when nothing is said. */
type Behaviour =
  | 'accept'
  | 'refuse for now'
  | 'refuse for good'
  | 'refuse recipient for good'
  | 'be silent after the recipient'
  | 'hang up after the recipient'
  | 'be silent after the dot'
  | 'hang up after the dot'
  | 'take and hang up';

export interface MailServer {
  readonly url: string;
  /** Messages taken, whether or not the sender heard of it. */
  readonly taken: readonly ParsedMail[];
  /** Messages offered up to the dot. */
  readonly offered: readonly ParsedMail[];
  /** How often a conversation was begun. */
  readonly conversations: () => number;
  next(...behaviours: readonly Behaviour[]): void;
  stop(): Promise<void>;
}

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

interface Hangable {
  readonly id: string;
  readonly _socket: { destroy(): void };
}

export const startMailServer = async (): Promise<MailServer> => {
  const script: Behaviour[] = [];
  const [taken, offered]: [ParsedMail[], ParsedMail[]] = [[], []];
  let conversations = 0;
  let behaviour: Behaviour = 'accept';
  const hangUp = ({ id }: SMTPServerSession): void => {
    const open = (server as unknown as { connections: ReadonlySet<Hangable> }).connections;
    for (const connection of open) if (connection.id === id) connection._socket.destroy();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 50,
    onConnect: (_session, callback) => {
      conversations += 1;
      behaviour = script.shift() ?? 'accept';
      callback();
    },
    onRcptTo: (_address, session, callback) => {
      if (behaviour === 'refuse recipient for good') callback(refusal(550, 'no such mailbox'));
      else if (behaviour === 'hang up after the recipient') hangUp(session);
      else if (behaviour !== 'be silent after the recipient') callback();
    },
    onData: (stream, session, callback) => {
      void simpleParser(stream).then((mail) => {
        offered.push(mail);
        answer(mail, session, callback);
      });
    },
  });
  const answer = (
    mail: ParsedMail,
    session: SMTPServerSession,
    callback: (error?: Error | null) => void,
  ): void => {
    if (behaviour === 'refuse for now') return callback(refusal(451, 'try again later'));
    if (behaviour === 'refuse for good') return callback(refusal(554, 'not wanted'));
    if (behaviour === 'be silent after the dot') return;
    if (behaviour === 'accept' || behaviour === 'take and hang up') taken.push(mail);
    if (behaviour === 'accept') callback();
    else hangUp(session);
  };
  server.on('error', () => undefined); // a hung-up conversation
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    offered,
    conversations: () => conversations,
    next: (...behaviours) => void script.push(...behaviours),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
