import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { PAGES, startPages } from './console-time.ts';
import { type Figure, quantile } from './figure.ts';
import { inFolder } from './served.ts';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const MOST_MS = 1_000;

/** Runs in the page, whose own types are not ours. */
const LARGEST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  });
})`;

/** When the largest part of each page is painted in a real browser that has seen none of them, over loopback. */
export const consolePaint = (store: string, rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    if (!existsSync(CHROMIUM))
      throw new Error(`no browser: ${CHROMIUM} is missing. On Debian: apt-get install chromium`);
    const { server, origin } = await startPages(folder, store);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
    try {
      const figures: Figure[] = [];
      for (const [name, path] of Object.entries(PAGES)) {
        const times: number[] = [];
        for (let round = 0; round < rounds; round += 1) times.push(await paintOf(browser, `${origin}${path}`));
        figures.push({
          name: `Console: ${name}, largest contentful paint, slowest of all`,
          value: quantile(times, 1),
          unit: 'ms',
          n: rounds,
          target: { side: 'most', value: MOST_MS },
        });
      }
      return figures;
    } finally {
      await browser.close();
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  });

const paintOf = async (browser: Browser, address: string): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    return await page.evaluate<number>(LARGEST_PAINT);
  } finally {
    await context.close();
  }
};
