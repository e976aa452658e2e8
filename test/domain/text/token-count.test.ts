import { expect, it } from 'vitest';
import { tokenCount } from '../../../src/domain/text/token-count.ts';

it('is a quarter of the characters, rounded up', () => {
  expect(tokenCount('')).toBe(0);
  expect(tokenCount('abcd')).toBe(1);
  expect(tokenCount('abcde')).toBe(2);
});

it('counts scripts without spaces by character', () => {
  expect(tokenCount('数据库迁移')).toBe(5);
});
