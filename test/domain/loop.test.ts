import { describe, expect, it } from 'vitest';
import { detectLoop } from '../../src/domain/loop.ts';
import { sampleRun } from '../contracts/samples.ts';

const ERROR = 'TypeError: x is undefined at login.ts:10:3';
const runs = (...errors: (string | undefined)[]) =>
  errors.map((error, index) => sampleRun(`run_${index}`, 'task_1', error === undefined ? {} : { error }));

describe('a loop', () => {
  it('is no first attempt, and no second one with the same error', () => {
    expect(detectLoop([], ERROR, 3)).toBeNull();
    expect(detectLoop(runs(ERROR), ERROR, 3)).toBeNull();
  });

  it('is the same error for the third time, wherever its line moved', () => {
    const moved = ERROR.replace('10:3', '12:7');
    expect(detectLoop(runs(ERROR, moved), ERROR, 10)).toMatchObject({ attempts: 3, same_error: 3 });
    expect(detectLoop(runs(ERROR, 'another', moved), ERROR, 10)).toMatchObject({ attempts: 4, same_error: 3 });
  });

  it('is not made of other errors, or of attempts without one', () => {
    expect(detectLoop(runs('a failed', 'b failed'), ERROR, 10)).toBeNull();
    expect(detectLoop(runs(undefined, undefined), undefined, 10)).toBeNull();
  });

  it('is one attempt more than allowed', () => {
    expect(detectLoop(runs(undefined, undefined), undefined, 3)).toBeNull();
    const loop = detectLoop(runs(undefined, undefined, undefined), undefined, 3);
    expect(loop).toMatchObject({ attempts: 4, same_error: 0 });
    expect(loop?.advice).toContain('at most 3');
  });
});
