/** What every store function takes first: it cannot be had without having said who acts. */
import type { Knex } from 'knex';

export type Tx = Knex.Transaction;
