import { expect, it } from 'vitest';
import { RateLimited } from '../../src/domain/rate-limit.ts';

it('says what was too much, and when to call again', () => {
  const error = new RateLimited('project_write', 1_001);
  expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 2 });
  expect(error.message).toBe('More than 1200 calls of this kind (project, write) within a minute.');
  expect(error.hint).toContain('again in 2 s');
  expect(new RateLimited('proposal', 0)).toMatchObject({
    retryAfterSeconds: 1,
    message: 'More than 60 calls of this kind (proposal) within a day.',
  });
});
