import { describe, expect, it } from 'vitest';
import { cleanParsed, removedWords } from '../../../src/domain/import/clean-parsed.ts';

const LESSON = {
  line: 1,
  when: 'installing\u200b a dependency',
  rule: 'Use p\u202enpm\u2060.',
  examples: ['add axios'],
  citations: [{ path: 'package\u200b.json', line: 3 }],
  scope: { paths: ['src/**'] },
  evidence: [{ kind: 'review' as const, text: 'said\u00ad so' }],
  cuts: [],
};

describe('cleanParsed', () => {
  it('takes out what nobody sees, and says where it was', () => {
    const clean = cleanParsed(LESSON);
    expect(clean.item).toEqual({
      ...LESSON,
      when: 'installing a dependency',
      rule: 'Use pnpm.',
      citations: [{ path: 'package.json', line: 3 }],
      evidence: [{ kind: 'review', text: 'said so' }],
    });
    expect(clean.unreadable).toBeNull();
    expect(removedWords(clean)).toBe(
      '1 hidden character taken out of `when`, 2 hidden characters taken out of `rule`, 1 hidden character taken out of `citations`, 1 hidden character taken out of `evidence`',
    );
  });

  it.each([
    ['rule', '\u{e0041}'.repeat(9), '`rule` hides text in 9 invisible characters'],
    ['why', 'a\ud800b', '`why` holds half of a surrogate pair'],
    ['when', `a${'\u0301'.repeat(9)}`, '`when` buries letters under marks'],
  ])('refuses a %s that is not what it looks like', (field, text, reason) => {
    expect(cleanParsed({ ...LESSON, [field]: text }).unreadable).toBe(reason);
  });

  it('leaves a plain lesson as it is', () => {
    const plain = { ...LESSON, when: 'a', rule: 'b', citations: [], evidence: [] };
    expect(cleanParsed(plain)).toEqual({ item: plain, removed: [], unreadable: null });
  });
});
