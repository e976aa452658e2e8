import { describe, expect, it } from 'vitest';
import { runHistory, runList } from '../../../../src/transports/cli/words/run-words.ts';
import type { ShownRun } from '../../../../src/use-cases/show-run.ts';
import { HARMLESS, HOSTILE, plainOutput } from '../../../support/plain-output.ts';

const base = { project: 'app', run_id: 'run_1', task_id: 'task_1', by: HOSTILE };
const history: ShownRun = {
  task: {
    project: 'app',
    task_id: 'task_1',
    task_key: 'APP-7',
    text: 't',
    workflow: 'default',
    started_at: '2026-10-01T09:00:00Z',
  },
  run: {
    project: 'app',
    run_id: 'run_1',
    task_id: 'task_1',
    attempt: 2,
    text: HOSTILE,
    aspects: [],
    paths: [],
    principal: 'ann',
    started_at: '2026-10-01T09:00:00Z',
    looped: true,
  },
  recalls: [
    {
      ...base,
      recall_id: 'rec_1',
      query: 'q',
      decision: 'deliver',
      path: 'hybrid',
      reason: 'r',
      tokens: 9,
      at: '2026-10-01T09:01:00Z',
      candidates: [
        { lesson_id: 'les_1', rank: 1, score: 1 },
        { lesson_id: 'les_2', rank: 2, score: 0.1, cut: 'threshold' },
      ],
    },
  ],
  corrections: [
    {
      ...base,
      correction_id: 'cor_1',
      wrong: 'w',
      right: HOSTILE,
      kind: 'correction',
      match: 'repeat',
      repeat_why: 'ignored',
      at: '2026-10-01T09:03:00Z',
    },
  ],
  interventions: [
    { ...base, kind: 'correction', planned: false, correction_id: 'cor_1', at: '2026-10-01T09:03:00Z' },
    { ...base, kind: 'takeover', planned: false, note: HOSTILE, at: '2026-10-01T09:02:00Z' },
  ],
  outcomes: [{ ...base, outcome: 'completed_clean', source: 'ci', at: '2026-10-01T09:05:00Z' }],
  verdicts: [{ ...base, lesson_id: 'les_1', verdict: 'helpful', source: 'ci', at: '2026-10-01T09:04:00Z' }],
  checkpoints: [],
  heard: [
    {
      ...base,
      kind: 'correction',
      probability: 0.83,
      quote: HOSTILE,
      wrong: '',
      right: '',
      at: '2026-10-01T09:01:30Z',
    },
  ],
};

describe('runHistory', () => {
  it('tells a run in the order of time, a correction once, everything harmless', () => {
    expect(runHistory(plainOutput, history).split('\n')).toEqual([
      'run_1  attempt 2 at APP-7',
      `  task     ${HARMLESS}`,
      '2026-10-01T09:00:00Z  started, with a loop warning',
      '2026-10-01T09:01:00Z  recall (hybrid): deliver, 1 lesson',
      `2026-10-01T09:01:30Z  heard (correction, 83 % sure, counted apart): ${HARMLESS}`,
      `2026-10-01T09:02:00Z  takeover by ${HARMLESS}: ${HARMLESS}`,
      `2026-10-01T09:03:00Z  correction by ${HARMLESS} (repeat, ignored): ${HARMLESS}`,
      `2026-10-01T09:04:00Z  les_1 was helpful, says ${HARMLESS}`,
      `2026-10-01T09:05:00Z  completed_clean, says ${HARMLESS} (ci)`,
    ]);
  });
});

describe('runList', () => {
  it('says how each run ended', () => {
    const [outcome] = history.outcomes;
    const runs = [
      { task: history.task, run: history.run, ...(outcome === undefined ? {} : { outcome }) },
      { task: history.task, run: history.run },
    ];
    const words = runList(plainOutput, runs, 2);
    expect(words).toMatch(/completed_clean \(ci\)/u);
    expect(words).toMatch(/ open\n/u);
    expect(words).toMatch(/2 runs$/u);
  });
});
