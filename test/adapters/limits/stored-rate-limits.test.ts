import { mkdirSync, statSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { storedRateLimits } from '../../../src/adapters/limits/stored-rate-limits.ts';
import { RATE_LIMITS } from '../../../src/domain/rate-limit.ts';
import { describeRateLimits } from '../../contracts/rate-limits.ts';
import { storePath } from '../../support/open-test-store.ts';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});
const openAt = (path: string) => {
  const limits = storedRateLimits(path);
  opened.push(limits);
  return limits;
};

describeRateLimits('stored', () => {
  const path = storePath();
  return { limits: openAt(path), again: () => openAt(path) };
});

it('keeps its counts for this user only, and counts in memory where it cannot keep them', async () => {
  const path = storePath();
  openAt(path);
  expect(statSync(`${path}.limits`).mode & 0o777).toBe(0o600);
  const blocked = storePath();
  mkdirSync(`${blocked}.limits`);
  const limits = openAt(blocked);
  for (let at = 0; at < RATE_LIMITS.proposal.calls; at += 1) expect(await limits.count('proposal', 'ann')).toBeNull();
  expect(await limits.count('proposal', 'ann')).not.toBeNull();
});
