/** Everything the worker bundles: one workflow for each aggregate. */
export { mailbox } from './mailbox.js';
export { plan } from './plan.js';
export { taskItem } from './task-item.js';
