import { randomBytes } from 'node:crypto';
import { ID_PREFIXES } from '../../domain/ids.ts';
import type { Ids } from '../../ports/ids.ts';

/** Crockford's base 32: no I, L, O or U, and in the order of ASCII, so that ids sort as their times do. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 10;
const COUNT_DIGITS = 3;
const COUNTS = 32 ** COUNT_DIGITS;
const RANDOM_BYTES = 12;
const RANDOM_DIGITS = 20;

/**
 * Prefix, 48 bits of time in milliseconds, a count within the millisecond, 96 random bits: 33 characters after the
 * prefix. Sortable by time; within a process each id is greater than the last, also when the clock goes back.
 */
export const createRandomIds = (nowMs: () => number = Date.now): Ids => {
  let time = 0;
  let count = 0;
  return {
    next(kind) {
      const now = nowMs();
      count = now > time ? 0 : count + 1;
      time = Math.max(time, now);
      if (count === COUNTS) {
        time += 1;
        count = 0;
      }
      const random = BigInt(`0x${randomBytes(RANDOM_BYTES).toString('hex')}`);
      return [
        ID_PREFIXES[kind],
        inBase32(BigInt(time), TIME_DIGITS),
        inBase32(BigInt(count), COUNT_DIGITS),
        inBase32(random, RANDOM_DIGITS),
      ].join('');
    },
  };
};

const inBase32 = (value: bigint, digits: number): string => {
  let rest = value;
  let text = '';
  for (let digit = 0; digit < digits; digit += 1) {
    text = ALPHABET.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
};
