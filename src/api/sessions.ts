/** Promise: a session is a row that every process sees, named by a cookie no script reads and no other site sends. */
import connectPostgres from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type pg from 'pg';
import type { Instant } from '../domain/instants.js';
import type { PersonRow } from '../store/people.js';

declare module 'express-session' {
  interface SessionData {
    person: string;
    /** Wall clock. */
    begunAt: Instant;
  }
}

const sessionHours = 12;

export interface SessionOptions {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** Whether browsers reach this over TLS only. */
  readonly secureCookies: boolean;
  readonly onStoreError: (error: unknown) => void;
}

export interface Sessions {
  readonly handler: RequestHandler;
  close(): Promise<void>;
}

export const createSessions = ({ pool, secret, secureCookies, onStoreError }: SessionOptions): Sessions => {
  const PostgresStore = connectPostgres(session);
  const store = new PostgresStore({
    pool,
    tableName: 'sessions',
    disableTouch: true, // a session lasts its hours from sign-in; reading writes nothing
    pruneSessionInterval: 900,
    errorLog: onStoreError,
  });
  const handler = session({
    name: 'duzhan.sid',
    secret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'strict', secure: secureCookies, maxAge: sessionHours * 3_600_000 },
  });
  return { handler, close: () => store.close() };
};

/** A new session for the person: the old id is worth nothing. */
export const beginSession = async (req: Request, person: PersonRow, now: Instant): Promise<void> => {
  await new Promise<void>((resolve, reject) =>
    req.session.regenerate((error: unknown) => (error ? reject(asError(error)) : resolve())),
  );
  req.session.person = person.id;
  req.session.begunAt = now;
  await new Promise<void>((resolve, reject) =>
    req.session.save((error: unknown) => (error ? reject(asError(error)) : resolve())),
  );
};

export const endSession = (req: Request): Promise<void> =>
  new Promise((resolve, reject) =>
    req.session.destroy((error: unknown) => (error ? reject(asError(error)) : resolve())),
  );

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
