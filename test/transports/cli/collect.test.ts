import { expect, it } from 'vitest';
import { collect } from '../../../src/transports/cli/collect.ts';

it('adds each value to the ones before', () => {
  expect(collect('b', collect('a', undefined))).toEqual(['a', 'b']);
});
