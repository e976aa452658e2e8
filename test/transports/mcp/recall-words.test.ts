import { describe, expect, it } from 'vitest';
import { RECALL_DECISIONS, type Recall } from '../../../src/domain/recall.ts';
import { recallWords } from '../../../src/transports/mcp/recall-words.ts';

const empty: Recall = {
  recall_id: 'rec_1',
  decision: 'abstain',
  reason: 'Nothing comes near.',
  lessons: [],
  path: 'hybrid',
  tokens: 0,
  next_step: 'Go on.',
};

describe('recallWords', () => {
  it.each(RECALL_DECISIONS)('says why nothing comes back with %s', (decision) => {
    const text = recallWords({ ...empty, decision });
    expect(text).toMatch(/^No .*lessons?.*\. Nothing comes near\.\nrecall_id rec_1\nNext: Go on\.$/u);
    expect(text).not.toContain('<<lessons');
  });

  it('counts what comes back', () => {
    const lesson = {
      lesson_id: 'les_1',
      when: 'w',
      rule: 'r',
      state: 'provisional',
      confidence: null,
      helped: 0,
      harmed: 0,
      provenance: { source: 'agent', author: 'ann', at: '2026-10-01T09:00:00.000Z' },
    } as const;
    expect(recallWords({ ...empty, decision: 'deliver', lessons: [lesson] })).toMatch(
      /^1 lesson \(deliver, hybrid search\)/u,
    );
    expect(recallWords({ ...empty, decision: 'deliver', lessons: [lesson, lesson] })).toMatch(/^2 lessons /u);
  });
});
