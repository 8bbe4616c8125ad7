/** Promise: built pages and services for the whole run; without a browser nothing is started, and one line says so. */
import type { TestProject } from 'vitest/node';
import { ensurePages } from '../../../src/cli/system/pages.js';
import { loadConfig } from '../../../src/config.js';
import startServices from '../../support/global.js';
import { findBrowser } from './browser.js';

export interface Theatre {
  /** The browser's program. */
  readonly browser: string;
  /** Where the built pages lie. */
  readonly webDir: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    theatre: Theatre | null;
  }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const browser = findBrowser();
  if (browser === null) {
    project.provide('theatre', null);
    console.log('No Chromium: the tests in a browser are skipped. Install it, or name one in CHROMIUM.');
    return () => Promise.resolve();
  }
  const { environment } = loadConfig();
  project.provide('theatre', { browser, webDir: await ensurePages({ environment, log: console.log }) });
  return startServices(project);
};
