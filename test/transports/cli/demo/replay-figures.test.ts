import { describe, expect, it } from 'vitest';
import type { DemoCorrection } from '../../../../src/transports/cli/demo/demo-corrections.ts';
import type { ReplayStep } from '../../../../src/transports/cli/demo/replay.ts';
import { replayFigures } from '../../../../src/transports/cli/demo/replay-figures.ts';

const DAY = 86_400;
const at = (t: number): DemoCorrection => ({
  id: `c${t}`,
  t,
  subject: '',
  body: '',
  files: [],
  links: [],
  corrected: [],
});
const step = (t: number, facts: Partial<ReplayStep>): ReplayStep => ({
  correction: at(t),
  decision: 'deliver',
  path: 'hybrid',
  delivered: 2,
  tokens: 100,
  earlier: [],
  hit: false,
  newestHit: false,
  match: 'novel',
  ...facts,
});

describe('replayFigures', () => {
  it('counts hits among tasks that had an earlier correction, and silence among the others', () => {
    const figures = replayFigures([
      step(0, { delivered: 0, tokens: 0 }),
      step(DAY, { earlier: [at(0)], hit: true, newestHit: true }),
      step(20 * DAY, { earlier: [at(0), at(DAY)], match: 'missed' }),
      step(20 * DAY, { earlier: [at(0), at(19 * DAY)], hit: true }),
    ]);
    expect(figures.recalled).toMatchObject({ n: 3, value: 2 / 3 });
    expect(figures.newest_first).toMatchObject({ n: 3, value: 1 / 3 });
    expect(figures.recalled_after_7_days).toMatchObject({ n: 1, value: 0 });
    expect(figures.silent_without_earlier).toMatchObject({ n: 1, value: 1 });
    expect(figures).toMatchObject({ tasks: 4, from: '1970-01-01', to: '1970-01-21', lessons_per_task: 1.5 });
    expect(figures.matches).toEqual({ novel: 3, missed: 1 });
  });

  it('has nothing to divide by without tasks', () => {
    expect(replayFigures([])).toMatchObject({ tasks: 0, tokens_per_task: 0, recalled: { value: null, n: 0 } });
  });
});
