/** The part of connect-pg-simple that is used here; it brings no types of its own. */
declare module 'connect-pg-simple' {
  import type session from 'express-session';
  import type { Pool } from 'pg';

  interface Options {
    readonly pool: Pool;
    readonly tableName: string;
    /** Whether a mere request leaves the row alone. */
    readonly disableTouch: boolean;
    /** Seconds between two sweeps of expired rows; false = never. */
    readonly pruneSessionInterval: number | false;
    readonly errorLog: (...parts: unknown[]) => void;
  }
  interface PostgresStore extends session.Store {
    close(): Promise<void>;
  }
  const connect: (lib: typeof session) => new (options: Options) => PostgresStore;
  export default connect;
}
