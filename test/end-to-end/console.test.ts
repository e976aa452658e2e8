import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browser, noBrowser } from '../support/browser.ts';
import { startConsole } from '../support/console-server.ts';
import { asText, taskEvents } from '../support/event-lines.ts';
import { hone } from '../support/hone-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HOSTILE = '<img src=x onerror=alert(1)>"><script>alert(1)</script>{{7*7}}';

/** A store with lessons that wait, one that serves and one of hostile text, all brought in by the command line. */
const fill = async (home: string): Promise<void> => {
  const environment = { HONE_DENSE: 'off' };
  const flag = async (rule: string, when: string): Promise<string> => {
    const { stdout } = await hone(['flag', rule, '--when', when, '--why', HOSTILE, '--json'], { home, environment });
    return (JSON.parse(stdout) as { lesson: { lesson_id: string } }).lesson.lesson_id;
  };
  const first = await flag('Use pnpm install --frozen-lockfile', 'installing dependencies');
  await flag('Use pnpm install with the lock file, never npm', 'installing dependencies on CI');
  await flag('Run the generator after each change of the grammar', 'changing the parser');
  await flag(HOSTILE, HOSTILE);
  await hone(['review', 'accept', first], { home, environment });
  const tasks = Array.from({ length: 30 }, (_, index) =>
    taskEvents({ key: `APP-${index}`, start: 60 * index, lesson: first, interventions: index % 3 === 0 ? 1 : 0 }),
  );
  writeFileSync(join(home, 'events.jsonl'), asText(tasks.flat()));
  await hone(['import', 'events.jsonl', '--format', 'events', '--json'], { home, environment });
};

const complaintsOf = (page: Page, origin: string): string[] => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) complaints.push(`outside: ${request.url()}`);
  });
  return complaints;
};

const PATHS = [
  '/',
  '/?since=365d',
  '/review',
  '/lessons',
  '/lessons?q=install+the+packages',
  '/runs',
  '/checkpoints',
  '/workflows',
  '/health',
  '/projects',
  '/lessons/les_absent',
];
const LOOKS: readonly (BrowserContextOptions & { name: string })[] = [
  { name: 'light and wide', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark, on a phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { name: 'without JavaScript', javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
];

describe.skipIf(noBrowser !== null)(
  `the console in a browser${noBrowser === null ? '' : ` (skipped: ${noBrowser})`}`,
  () => {
    it('shows each page well in each look: no violation, no complaint, nothing from outside, nothing too wide', async () => {
      const home = temporaryFolder();
      await fill(home);
      const { origin, link } = await startConsole(home);
      const cookies = await (async () => {
        const context = await (await browser()).newContext();
        await (await context.newPage()).goto(link);
        return context.cookies();
      })();
      for (const { name, ...look } of LOOKS) {
        const context = await (await browser()).newContext(look);
        await context.addCookies(cookies);
        const page = await context.newPage();
        const complaints = complaintsOf(page, origin);
        for (const path of PATHS) {
          const response = await page.goto(`${origin}${path}`);
          expect([name, path, response?.status()]).toEqual([name, path, path.includes('absent') ? 404 : 200]);
          expect(await page.locator('h1').count()).toBe(1);
          if (look.javaScriptEnabled === false) continue;
          const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          expect([name, path, over]).toEqual([name, path, 0]);
          expect([name, path, await violations(page)]).toEqual([name, path, []]);
        }
        // A page that is not there is what the test asked for.
        expect([name, complaints.filter((one) => !one.includes('404'))]).toEqual([name, []]);
        await context.close();
      }
    });

    it('is reviewed by keys alone, and a decision is taken back', async () => {
      const home = temporaryFolder();
      await fill(home);
      const { link, origin } = await startConsole(home);
      const page = await (await browser()).newPage();
      const complaints = complaintsOf(page, origin);
      await page.goto(link);
      await page.goto(`${origin}/review`);
      const rule = () => page.locator('h2.rule').textContent();
      const first = await rule();
      await page.keyboard.press('a');
      await page.waitForURL(/done=/u);
      expect(await rule()).not.toBe(first);
      await page.keyboard.press('u');
      await page.waitForURL(/review\/les_/u);
      expect(await rule()).toBe(first);
      await page.keyboard.press('n');
      await page.waitForFunction(`document.querySelector('h2.rule').textContent !== ${JSON.stringify(first)}`);
      await page.keyboard.press('r');
      await page.keyboard.type('known already');
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=/u);
      await page.keyboard.press('e');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Run the generator, always.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      expect(await page.locator('details[open]').count()).toBe(0);
      expect(await page.locator('[data-count=review]').first().textContent()).toBe('2');
      expect(complaints).toEqual([]);
    });
  },
);

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
