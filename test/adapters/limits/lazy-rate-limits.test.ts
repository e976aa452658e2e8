import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lazyRateLimits } from '../../../src/adapters/limits/lazy-rate-limits.ts';
import { storePath } from '../../support/open-test-store.ts';

it('makes no file before the first call is counted', async () => {
  const path = storePath();
  const unused = lazyRateLimits(path);
  await unused.close();
  expect(existsSync(`${path}.limits`)).toBe(false);
  const limits = lazyRateLimits(path);
  expect(await limits.count('read', 'tok_a')).toBeNull();
  expect(existsSync(`${path}.limits`)).toBe(true);
  await limits.close();
});
