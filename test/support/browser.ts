import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** Why there are no browser tests here; null where there are. CI installs the browser. */
export const noBrowser = existsSync(CHROMIUM)
  ? null
  : `no browser: ${CHROMIUM} is missing. On Debian: apt-get install chromium`;

let opened: Promise<Browser> | null = null;
afterAll(async () => {
  await (await opened)?.close();
  opened = null;
});

/** Debian's own browser, one for all tests of a file. */
export const browser = (): Promise<Browser> => {
  opened ??= chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  return opened;
};
