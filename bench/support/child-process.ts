/** Promise: the child's side of the conversation: it answers one question after another and ends when told or alone. */
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { FromChild, Question, Ready, Setting, ToChild, Usage } from './child.js';

export interface Service extends Ready {
  steps(): number;
  answer(question: Exclude<Question, { kind: 'usage' }>): Promise<void>;
  stop(): Promise<void>;
}

const send = (message: FromChild): void => void process.send?.(message);

const usageOf = (service: Service): Usage => {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, steps: service.steps() };
};

const answer = async (service: Service, message: ToChild): Promise<unknown> => {
  if (message.kind === 'usage') return usageOf(service);
  if (message.kind !== 'stop') return service.answer(message);
  await service.stop();
  process.exit(0);
};

export const serveParent = async (start: (setting: Setting) => Promise<Service>): Promise<void> => {
  // A worker that nobody waits for is ended with its parent.
  process.on('disconnect', () => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
  const service = await start(JSON.parse(process.argv[2] ?? '{}') as Setting);
  process.on('message', (message: ToChild) => {
    answer(service, message).then(
      (given) => send({ id: message.id, answer: given ?? null }),
      (error: unknown) => send({ id: message.id, failed: String(error) }),
    );
  });
  send({ id: 0, answer: { apiUrl: service.apiUrl } });
};
