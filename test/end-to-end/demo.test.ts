import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { hone } from '../support/hone-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const leftovers = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('hone-demo-'));

describe('hone demo', () => {
  it('replays real corrections through a server of its own, counts what happened, and leaves nothing', async () => {
    const before = leftovers();
    const { exitCode, stdout, stderr } = await hone(['demo', '--limit', '20', '--json'], { home: temporaryFolder() });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ tasks: 20, from: '2025-01-07', recalled: { n: 4 } });
    const filed = Object.values<number>(result.matches).reduce((sum, count) => sum + count, 0);
    expect(filed).toBe(20);
    expect(result.trend.metrics.interventions_per_100_runs).toMatchObject({ value: 100, n: 20 });
    expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
  }, 120_000);
});
