import { describe, expect, it } from 'vitest';
import { splitPreface } from '../../../src/domain/import/preface.ts';

describe('splitPreface', () => {
  it('reads keys and lists, and keeps the line numbers', () => {
    const { preface, rest } = splitPreface('---\nGlobs:\n  - "src/**"\n  - test/**\nalwaysApply: false\n---\n# A\n');
    expect(Object.fromEntries(preface)).toEqual({ globs: 'src/**,test/**', alwaysapply: 'false' });
    expect(rest.split('\n').indexOf('# A')).toBe(6);
  });

  it('leaves a file without one, or with one that never ends', () => {
    for (const text of ['# A\n---\n', '---\n# no end\n', '']) {
      expect(splitPreface(text)).toEqual({ preface: new Map(), rest: text });
    }
  });
});
