import { describe, expect, it } from 'vitest';
import { branchKeys } from '../../../src/domain/ci/branch-keys.ts';

describe('branchKeys', () => {
  it.each([
    ['feature/APP-7-empty-config', ['feature/APP-7-empty-config', 'APP-7-empty-config', 'APP-7']],
    ['APP-7', ['APP-7']],
    ['42-fix-crash', ['42-fix-crash', '#42', '42']],
    ['fix/utf8', ['fix/utf8', 'utf8']],
    ['', []],
    ['  ', []],
  ])('%j may stand for %j', (branch, keys) => {
    expect(branchKeys(branch)).toEqual(keys);
  });
});
