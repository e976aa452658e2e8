import { randomBytes } from 'node:crypto';
import { ID_PREFIXES } from '../../domain/ids.ts';
import type { Ids } from '../../ports/ids.ts';

/** Crockford's base 32: no I, L, O or U, and in the order of ASCII, so that ids sort as their times do. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 10;
const RANDOM_BYTES = 12;
const RANDOM_DIGITS = 20;
const RANDOM_LIMIT = 1n << BigInt(RANDOM_BYTES * 8);

const inBase32 = (value: bigint, digits: number): string => {
  let rest = value;
  let text = '';
  for (let digit = 0; digit < digits; digit += 1) {
    text = ALPHABET.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
};

const randomPart = (): bigint => BigInt(`0x${randomBytes(RANDOM_BYTES).toString('hex')}`);

/**
 * Prefix, 48 bits of time in milliseconds, 96 random bits: 30 characters after the prefix, sortable by time.
 *
 * Within a process ids only grow: in one millisecond, or when the clock went back, the last random part is
 * counted up by a random step, which keeps the next id as hard to guess as the first.
 */
export const createRandomIds = (nowMs: () => number = Date.now): Ids => {
  let time = 0;
  let random = 0n;
  return {
    next(kind) {
      const now = nowMs();
      if (now > time) {
        time = now;
        random = randomPart();
      } else {
        random += 1n + (randomPart() >> 1n) / 2n;
      }
      if (random >= RANDOM_LIMIT) {
        time += 1;
        random = randomPart();
      }
      return ID_PREFIXES[kind] + inBase32(BigInt(time), TIME_DIGITS) + inBase32(random, RANDOM_DIGITS);
    },
  };
};
