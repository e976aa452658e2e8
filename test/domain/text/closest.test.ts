import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest } from '../../../src/domain/text/closest.ts';

const allowed = ['task', 'aspects', 'idempotency_key', 'run_id'];

describe('the closest allowed word', () => {
  it.each([
    ['taks', 'task'],
    ['Task', 'task'],
    ['aspect', 'aspects'],
    ['runid', 'run_id'],
    ['idempotencyKey', 'idempotency_key'],
  ])('of %s is %s', (word, meant) => {
    expect(closest(word, allowed)).toBe(meant);
  });

  it('is none when nothing is near, nothing is allowed, or the word is no word', () => {
    expect(closest('temperature', allowed)).toBeNull();
    expect(closest('task', [])).toBeNull();
    expect(closest('task'.repeat(50), allowed)).toBeNull();
    expect(closest('', ['on'])).toBeNull();
  });

  it('is an allowed word or none, and an allowed word is its own', () => {
    fc.assert(fc.property(fc.string(), (word) => [null, ...allowed].includes(closest(word, allowed))));
    fc.assert(fc.property(fc.constantFrom(...allowed), (word) => closest(word, allowed) === word));
  });
});
