/** `duzhan pages` (`npm run build`): builds the pages where they are older than their sources, as the start does. */
import type { Command } from 'commander';
import { loadConfig } from '../config.js';
import { ensurePages } from './system/pages.js';

export const configurePages = (command: Command): void => {
  command.action(async () => {
    const { environment } = loadConfig();
    console.log(await ensurePages({ environment, log: console.log }));
  });
};
