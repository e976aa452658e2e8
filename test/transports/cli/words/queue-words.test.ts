import { describe, expect, it } from 'vitest';
import { queueItem, queueList } from '../../../../src/transports/cli/words/queue-words.ts';
import type { QueueItem } from '../../../../src/use-cases/review-queue.ts';
import { HARMLESS, HOSTILE, plainOutput } from '../../../support/plain-output.ts';

const item: QueueItem = {
  lesson_id: 'les_1',
  state: 'proposed',
  when: HOSTILE,
  rule: HOSTILE,
  examples: [],
  source: 'agent',
  author: HOSTILE,
  age_hours: 1.5,
  reach_per_week: 0,
  similar: [{ lesson_id: 'les_2', when: 'w', rule: HOSTILE, relation: 'conflict', similarity: 0.914 }],
  flags: [HOSTILE],
};

describe('queueItem', () => {
  it('shows what a reviewer needs to decide, harmless', () => {
    expect(queueItem(plainOutput, item).split('\n')).toEqual([
      `les_1  proposed  agent ${HARMLESS}  1.5 h old`,
      `  when     ${HARMLESS}`,
      `  rule     ${HARMLESS}`,
      `  conflict 0.91 les_2: ${HARMLESS}`,
      `  note     ${HARMLESS}`,
    ]);
  });

  it('counts long waits in days', () => {
    expect(queueItem(plainOutput, { ...item, age_hours: 100 })).toContain('4 days old');
  });

  it.each([
    [0.25, 'less than one run a week'],
    [1, 'about 1 run a week'],
    [12.4, 'about 12 runs a week'],
  ])('says in round words how many runs met it: %d', (reach_per_week, words) => {
    expect(queueItem(plainOutput, { ...item, reach_per_week })).toContain(words);
  });
});

describe('queueList', () => {
  it('says how many wait, and how to decide', () => {
    expect(queueList(plainOutput, [item], 2)).toMatch(/1 of 2 lessons to decide: hone review accept/u);
    expect(queueList(plainOutput, [], 0)).toBe('Nothing waits for review.');
  });
});
