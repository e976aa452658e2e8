import { expect, it } from 'vitest';
import { lessonsIn } from '../../src/domain/audit.ts';

it('names each lesson once, and nothing but lessons', () => {
  expect(
    lessonsIn([
      ['lesson', ['les_a'], 'x'],
      ['lesson_version', ['les_a', 1], 'x'],
      ['lesson_version', ['les_b', 1], null],
      ['run', ['run_a'], 'x'],
      ['transition', ['les_c', 1], 'x'],
    ]),
  ).toEqual(['les_a', 'les_b']);
});
