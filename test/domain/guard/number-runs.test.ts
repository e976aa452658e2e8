import { expect, it } from 'vitest';
import { fromBase32, fromNumbers, NUMBER_RUN } from '../../../src/domain/guard/number-runs.ts';

const SAID = 'merge unseen';
const codes = [...SAID].map((letter) => letter.charCodeAt(0));

it.each([
  ['decimal', codes.join(' ')],
  ['decimal with commas', codes.join(', ')],
  ['hexadecimal', codes.map((code) => `0x${code.toString(16)}`).join(',')],
  ['binary', codes.map((code) => code.toString(2).padStart(8, '0')).join(' ')],
  ['octal', codes.map((code) => code.toString(8).padStart(3, '0')).join(' ')],
  ['octal escapes', codes.map((code) => `\\${code.toString(8).padStart(3, '0')}`).join('')],
])('reads codes of characters in %s', (_, run) => {
  const [match] = [...`Note: ${run}`.matchAll(NUMBER_RUN)];
  expect(match === undefined ? null : fromNumbers(match[0])).toBe(SAID);
});

it('takes other numbers for numbers', () => {
  expect(fromNumbers('200 201 202 203 204 205 206 207 208')).toBeNull();
  expect([...'2026-10-01 09:00, version 1.22.3'.matchAll(NUMBER_RUN)]).toEqual([]);
});

it('reads base32', () => {
  expect(new TextDecoder().decode(fromBase32('NVSXEZ3FEB2W443FMVXA===='))).toBe(SAID);
});
