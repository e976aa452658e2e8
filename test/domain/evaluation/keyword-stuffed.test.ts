import { expect, it } from 'vitest';
import { keywordStuffed } from '../../../src/domain/evaluation/keyword-stuffed.ts';

it('makes lessons of the words of the tasks, the same for the same seed', () => {
  const tasks = ['parse the header of a request', 'close the socket after a timeout'];
  const made = keywordStuffed(3, tasks, 5);
  expect(made).toEqual(keywordStuffed(3, tasks, 5));
  expect(made).not.toEqual(keywordStuffed(3, tasks, 6));
  const words = new Set(tasks.flatMap((task) => task.split(' ')));
  for (const { when, rule } of made) for (const word of `${when} ${rule}`.split(' ')) expect(words).toContain(word);
});
