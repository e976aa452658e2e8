import { expect, it } from 'vitest';
import { checkpointList } from '../../../../src/transports/cli/words/checkpoint-words.ts';
import { HARMLESS, HOSTILE, plainOutput } from '../../../support/plain-output.ts';

it('shows questions, harmless, and says when there is none', () => {
  const question = {
    project: 'app',
    checkpoint_id: 'chk_1',
    run_id: 'run_1',
    question: HOSTILE,
    options: ['yes', HOSTILE],
    risk: 'high',
    owner: 'ann',
    asked_at: '2026-10-01T09:00:00Z',
    expires_at: '2026-10-02T09:00:00Z',
    status: 'pending',
  } as const;
  expect(checkpointList(plainOutput, [question]).split('\n')).toEqual([
    'chk_1  pending  risk high  for ann, until 2026-10-02T09:00:00Z',
    `  question ${HARMLESS}`,
    `  options  yes · ${HARMLESS}`,
  ]);
  expect(checkpointList(plainOutput, [])).toBe('No question waits for an answer.');
});
