import { describe, expect, it } from 'vitest';
import { healthWords } from '../../../../src/transports/cli/words/health-words.ts';
import { fail, ok, warn } from '../../../../src/use-cases/health/check.ts';
import { plainOutput } from '../../../support/plain-output.ts';

describe('healthWords', () => {
  it('ends with what to do first: what fails before what could be better', () => {
    const checks = [ok('node', 'Node 22.'), warn('wal', 'Long.', 'End it.'), fail('disk', 'Full.', 'Make room.')];
    const words = healthWords(plainOutput, { ok: false, checks });
    expect(words.split('\n')).toEqual([
      'ok    node         Node 22.',
      'warn  wal          Long.',
      'FAIL  disk         Full.',
      '',
      'First (disk): Make room.',
    ]);
  });

  it('ends well when nothing is to be done', () => {
    expect(healthWords(plainOutput, { ok: true, checks: [ok('node', 'Node 22.')] })).toMatch(/All is well\.$/u);
    expect(healthWords(plainOutput, { ok: true, checks: [warn('wal', 'Long.', 'End it.')] })).toMatch(/End it\.$/u);
  });
});
