import type { EvalLesson, EvalSet } from '../../../src/domain/evaluation/evaluation-set.ts';
import type { MistakeEvent } from '../../../src/domain/evaluation/mistake-event.ts';

const lesson = (id: string, when: string, rule: string, at = 0): EvalLesson => ({
  id,
  when,
  rule,
  examples: [],
  paths: [],
  at,
});

const DAY = 86_400;

export const smallSet: EvalSet = {
  name: 'small',
  lessons: [
    lesson('proxy', 'a request goes through the corporate proxy', 'Read the proxy from the environment.', 10 * DAY),
    lesson('fixture', 'a fixture holds the time of day', 'Freeze the clock in the test.', 20 * DAY),
    lesson('release', 'a release is cut from a branch', 'Merge the main branch first.', 30 * DAY),
  ],
  queries: [
    ['the corporate proxy drops the request', 'proxy', 15],
    ['freeze the clock of a fixture', 'fixture', 25],
    ['cut the release branch', 'release', 35],
  ].map(([text, id, day]) => ({
    id: String(id),
    text: String(text),
    aspects: [],
    paths: [],
    at: Number(day) * DAY,
    relevant: new Set([String(id)]),
    group: String(id),
  })),
};

/** The second meeting of each lesson is in words that only its first meeting shares. */
export const mistakes: MistakeEvent[] = smallSet.lessons.flatMap((one, i) =>
  [0, 1, 2].map((turn) => ({
    lesson: { ...one, at: i },
    file: turn === 2 ? `other-${i}.ts` : `file-${i}.ts`,
    query: {
      id: `${i} ${turn}`,
      text: `zebra${i} walks quux${i}`,
      aspects: [],
      paths: [],
      at: 10 * turn + i,
      relevant: new Set([one.id]),
      group: one.id,
    },
  })),
);
