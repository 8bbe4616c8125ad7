/** Promise: a process that says when it is ready, and ends with whoever started it. */

/** What a process is told when it starts. */
export interface Setting {
  readonly databaseUrl: string;
  readonly address: string;
  readonly namespace: string;
  readonly bundlePath: string;
  readonly filesDir: string;
  readonly port: number;
  readonly sessionSecret: string;
}

/** What has been started. */
export interface Started {
  /** Settles when it has ended without having been asked to. */
  readonly ended: Promise<unknown>;
}

export const serve = async (start: (setting: Setting) => Promise<Started>): Promise<void> => {
  process.on('disconnect', () => process.exit(0));
  const { ended } = await start(JSON.parse(process.argv[2] ?? '{}') as Setting);
  process.send?.('ready');
  await ended.catch((error: unknown) => console.error(error));
  process.exit(1);
};
