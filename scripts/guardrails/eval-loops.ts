/** How well work in circles is told from productive work: `npm run eval:loops`. The traces are hand-made, in test/fixtures/loops. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { clopperPearson } from '../../src/domain/statistics/clopper-pearson.ts';
import { type Judged, judgeTraces } from '../../test/support/judge-traces.ts';

const percent = (share: number | null): string => `${(100 * (share ?? 0)).toFixed(1)} %`;
const told = (what: string, k: number, n: number): string => {
  const { low, high } = clopperPearson(k, n);
  return `${what}: ${k} of ${n} (${percent(k / n)}, 95 % ${percent(low)}–${percent(high)}, Clopper–Pearson)\n`;
};
const wrongOnes = (judged: readonly Judged[]): string =>
  judged
    .filter(({ right }) => !right)
    .map(({ name, found }) => `  ${name}: found ${found}\n`)
    .join('');

const home = mkdtempSync(join(tmpdir(), 'hone-loops-'));
const environment = { HONE_HOME: home, HONE_DENSE: 'off', HONE_PROJECT: 'app', HONE_USER: 'ann' };
const opened = await compose(await readConfig({ flags: {}, environment, folder: home }));
try {
  let ms = Date.parse('2026-10-01T09:00:00.000Z');
  const clock = {
    now: () => {
      ms += 1;
      return new Date(ms).toISOString();
    },
    advance: (hours: number) => {
      ms += hours * 3_600_000;
    },
  };
  const { looping, productive } = await judgeTraces({ ...opened, clock }, clock);
  const found = looping.filter(({ right }) => right).length;
  const stopped = productive.filter(({ right }) => !right).length;
  process.stdout.write(
    [
      told('loops found within two more cycles', found, looping.length),
      wrongOnes(looping),
      told('productive traces stopped', stopped, productive.length),
      wrongOnes(productive),
    ].join(''),
  );
} finally {
  await opened.close();
  rmSync(home, { recursive: true, force: true });
}
