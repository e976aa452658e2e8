import { describe, expect, it } from 'vitest';
import { lessonAdvice } from '../../src/domain/lesson-quality.ts';

const good = {
  when: 'Charging a customer over the payment API',
  rule: 'Send an idempotency key with each charge.',
  examples: ['retry failed payments'],
};

describe('advice on a lesson', () => {
  it('is none for a good one', () => {
    expect(lessonAdvice(good)).toEqual([]);
  });

  it.each([
    ['fits every task', { when: 'Always.' }],
    ['fits every task', { when: ' any task ' }],
    ['fits every task', { when: 'immer' }],
    ['is long', { when: 'x'.repeat(121) }],
    ['very short', { rule: 'Be careful.' }],
    ['`examples`', { examples: [] }],
  ])('says what %s', (words, change) => {
    const advice = lessonAdvice({ ...good, ...change });
    expect(advice).toHaveLength(1);
    expect(advice[0]).toContain(words);
  });

  it('is not given for a situation that only begins with such a word', () => {
    expect(lessonAdvice({ ...good, when: 'All tests of the parser' })).toEqual([]);
    expect(lessonAdvice({ ...good, when: 'x'.repeat(120) })).toEqual([]);
  });
});
