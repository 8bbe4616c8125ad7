/** Promise: Debian's Chromium, or another one of its kind that `CHROMIUM` names; null where there is none. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const findBrowser = (): string | null => {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  return usual.find((path) => existsSync(path)) ?? null;
};

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    // Chromium does not sandbox itself as root; containers give little shared memory.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  });
