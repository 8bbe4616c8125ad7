/**
 * Promise: the one way to Temporal. Everything here is a push for what Postgres already holds: nothing is lost when it
 * fails, and nobody waits longer than they said.
 */
import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  WithStartWorkflowOperation,
  type ConnectionOptions,
} from '@temporalio/client';
import {
  commandUpdate,
  taskQueues,
  wake,
  workflowId,
  workflowTypes,
  type Answer,
  type Lane,
  type Subject,
} from './workflows/messages.js';

/** A workflow, and the queue it runs on: the kind of its plan. */
export interface Target extends Subject {
  readonly lane: Lane;
}

interface Push {
  readonly submission: string;
  /** The command, which names the Update. */
  readonly type: string;
  readonly target: Target;
  /** How long the sender waits for an answer. */
  readonly signal: AbortSignal;
}

export interface Courier {
  /**
   * Pushes a submission and answers its decision, if there is one within the signal's bounds. Null = nobody can say, the
   * submission's row will. Never rejects: the row is the truth.
   */
  submit(push: Push): Promise<Answer | null>;
  /** Makes the workflow settle now, starting it where there is none. */
  wake(target: Target, boundMs?: number): Promise<void>;
  /** Ends whatever runs under the name and starts anew: safe, since nothing lives in it. */
  restart(target: Target, boundMs?: number): Promise<void>;
  /** Whether the server answers. */
  reachable(boundMs?: number): Promise<boolean>;
  close(): Promise<void>;
}

export interface CourierOptions {
  readonly address: string;
  readonly namespace: string;
  /** TLS, API key and headers, where the server wants them. */
  readonly connection?: ConnectionOptions | undefined;
  /** Told of what failed; nothing depends on it. */
  readonly onTrouble?: (what: string, error: unknown) => void;
}

const defaultBoundMs = 5_000;

/** How long closing waits for calls that are still on their way. */
const closingMs = 5_000;

/** Does not wait for the server: it may come later, and go. */
export const createCourier = (options: CourierOptions): Courier => {
  let closing = false;
  const retry = defaultGrpcRetryOptions({ maxIntervalMs: () => 1_000 });
  const connection = Connection.lazy({
    ...options.connection,
    address: options.address,
    // A call that is tried again after its connection was closed ends the process: closing lets none begin.
    interceptors: [
      makeGrpcRetryInterceptor({
        ...retry,
        retryableDecider: (attempt, status) => !closing && retry.retryableDecider(attempt, status),
      }),
    ],
  });
  const client = new Client({ connection, namespace: options.namespace });
  const pending = new Set<Promise<unknown>>();
  const close = async (): Promise<void> => {
    closing = true;
    await Promise.race([Promise.allSettled(pending), after(closingMs)]);
    await connection.close();
  };
  return courierOf(client, pending, close, options.onTrouble ?? (() => undefined));
};

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

const startOptions = ({ aggregate, id, lane }: Target) => ({
  workflowId: workflowId({ aggregate, id }),
  taskQueue: taskQueues[lane],
  args: [id],
  // Closed items may be reopened: an ended run is no hindrance.
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
});

/** The client looks at the signal only once it is connected, which may take long. */
const unlessAborted = async <T>(signal: AbortSignal, call: Promise<T>): Promise<T> => {
  call.catch(() => undefined);
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([call, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

const courierOf = (
  client: Client,
  pending: Set<Promise<unknown>>,
  close: () => Promise<void>,
  onTrouble: (what: string, error: unknown) => void,
): Courier => {
  const within = <T>(signal: AbortSignal, fn: () => Promise<T>): Promise<T> => {
    const call = client.withAbortSignal(signal, fn);
    pending.add(call);
    const done = (): boolean => pending.delete(call);
    call.then(done, done);
    return unlessAborted(signal, call);
  };
  const bounded = <T>(ms: number, fn: () => Promise<T>): Promise<T> => within(AbortSignal.timeout(ms), fn);
  return {
    submit: async ({ submission, type, target, signal }) => {
      const startWorkflowOperation = new WithStartWorkflowOperation(workflowTypes[target.aggregate], {
        ...startOptions(target),
        workflowIdConflictPolicy: 'USE_EXISTING',
      });
      // Settled apart from the call; a start that failed is told by the call itself.
      startWorkflowOperation.workflowHandle().catch(() => undefined);
      try {
        return await within(signal, () =>
          client.workflow.executeUpdateWithStart(commandUpdate(type), {
            startWorkflowOperation,
            updateId: submission,
            args: [submission],
          }),
        );
      } catch (error) {
        onTrouble(`submit ${submission}`, error);
        return null;
      }
    },
    wake: async (target, boundMs = defaultBoundMs) => {
      const options = { ...startOptions(target), signal: wake, signalArgs: [] as [] };
      await bounded(boundMs, () => client.workflow.signalWithStart(workflowTypes[target.aggregate], options));
    },
    restart: async (target, boundMs = defaultBoundMs) => {
      const options = { ...startOptions(target), workflowIdConflictPolicy: 'TERMINATE_EXISTING' as const };
      await bounded(boundMs, () => client.workflow.start(workflowTypes[target.aggregate], options));
    },
    reachable: async (boundMs = 2_000) => {
      try {
        await bounded(boundMs, () => client.workflowService.getSystemInfo({}));
        return true;
      } catch {
        return false;
      }
    },
    close,
  };
};

/** Wakes many, a few at a time; returns those that could not be told. */
export const wakeAll = async (
  courier: Pick<Courier, 'wake'>,
  targets: readonly Target[],
  atOnce = 16,
): Promise<readonly Target[]> => {
  const untold: Target[] = [];
  const queue = [...targets];
  const runner = async (): Promise<void> => {
    for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
      const one = target;
      await courier.wake(one).catch(() => untold.push(one));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, targets.length) }, runner));
  return untold;
};
