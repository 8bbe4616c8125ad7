/** What is asked of a plan, as the API takes it. */
import { formatInstant } from '../../domain/instants.js';
import type { PlanAct } from './script.js';

/** Where a plan's command goes, below the plan, and what is sent. */
export const requestOf = (command: PlanAct['command']): { readonly path: string; readonly body: object } => {
  switch (command.type) {
    case 'updateCalendar':
      return { path: '/calendar', body: command.year };
    case 'publishPolicy':
      // The plan numbers its versions itself; what is undefined is not sent.
      return { path: '/policies', body: { policy: { ...command.policy, version: undefined } } };
    case 'signPolicy':
      return { path: `/policies/${command.version}/signature`, body: {} };
    case 'adoptPolicy': {
      const { version, items } = command;
      return { path: `/policies/${version}/adoption`, body: items === null ? {} : { items } };
    }
    case 'recordOutage': {
      const { from, to, reason } = command;
      return { path: '/outages', body: { from: formatInstant(from), to: formatInstant(to), reason } };
    }
    case 'confirmOutage':
      return { path: `/outages/${command.outage}/confirmation`, body: {} };
  }
};
