import { expect, it } from 'vitest';
import { outcomeWords } from '../../../../src/transports/cli/words/outcome-words.ts';
import { HARMLESS, HOSTILE, plainOutput } from '../../../support/plain-output.ts';

it('says what was learned, and of which lessons nothing was said', () => {
  const words = outcomeWords(plainOutput, {
    run_id: 'run_1',
    task_id: 'task_1',
    outcome: 'completed_clean',
    learned: [{ lesson_id: 'les_1', change: HOSTILE }],
    unjudged: ['les_2'],
    next_step: 'Nothing more.',
  });
  expect(words.split('\n')).toEqual([
    'run_1  completed_clean',
    `  les_1: ${HARMLESS}`,
    '  les_2: shown, and nothing said of it',
    'Recorded. Say what it was worth: hone outcome run_1 --outcome completed_clean --verdict les_2=helpful (or harmful, unused, ignored)',
  ]);
});
