import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathMatches, scopeScores } from '../../../src/domain/retrieval/scope.ts';

describe('pathMatches', () => {
  it.each([
    ['src/**', 'src/a/b.ts', true],
    ['src/**/*.ts', 'src/b.ts', true],
    ['src/**/*.ts', 'src/a/b.js', false],
    ['src/*.ts', 'src/a/b.ts', false],
    ['**/package.json', 'package.json', true],
    ['**/package.json', 'packages/web/package.json', true],
    ['src/db', 'src/db/pool.ts', true],
    ['src/db', 'src/dbx/pool.ts', false],
    ['./src/a.ts', 'src/a.ts', true],
    ['src\\a.ts', 'src/a.ts', true],
    ['*.test.*', 'a.test.ts', true],
    ['a*a', 'a', false],
    ['', 'src/a.ts', false],
  ])('%s against %s: %s', (pattern, path, expected) => {
    expect(pathMatches(pattern, path)).toBe(expected);
  });

  it('every path lies under itself and under its folders, and is quick about any pattern', () => {
    const segment = fc.stringMatching(/^[a-z0-9_.-]{1,6}$/u).filter((name) => !/^\.+$/u.test(name));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 2, maxLength: 6 }), (parts) => {
        const path = parts.join('/');
        expect(pathMatches(path, path)).toBe(true);
        expect(pathMatches(parts.slice(0, -1).join('/'), path)).toBe(true);
        expect(pathMatches('**', path)).toBe(true);
      }),
    );
    expect(pathMatches(`${'*a'.repeat(190)}b`, 'a'.repeat(400))).toBe(false);
    expect(pathMatches('**/'.repeat(120), 'a/'.repeat(200))).toBe(true);
  });
});

describe('any pattern and path', () => {
  it('are compared without failing, the same with either kind of separator', () => {
    const hostile = fc.array(fc.constantFrom('*', '**', '/', '\\', '.', 'a', '[', '(', '+', '?', '$', '🚀'), {
      maxLength: 200,
    });
    const text = fc.oneof(
      hostile.map((parts) => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, text, (pattern, path) => {
        expect(pathMatches(pattern, path)).toBe(pathMatches(pattern.replaceAll('/', '\\'), path));
      }),
    );
  });
});

describe('scopeScores', () => {
  const lessons = [
    { lesson_id: 'exact', paths: ['src/db/pool.ts'] },
    { lesson_id: 'glob', paths: ['src/db/**'] },
    { lesson_id: 'other', paths: ['docs/**'] },
  ];

  it('scores what matches from 0 to 1 and leaves the rest out', () => {
    const scores = scopeScores(['src/db/pool.ts'], lessons);
    expect([...scores.keys()]).toEqual(['exact', 'glob']);
    for (const score of scores.values()) expect(score).toBeGreaterThan(0);
    for (const score of scores.values()) expect(score).toBeLessThanOrEqual(1);
  });

  it('a file that every lesson names says less than one that few name', () => {
    const many = Array.from({ length: 10 }, (_, i) => ({ lesson_id: `l${i}`, paths: ['README.md', `src/${i}.ts`] }));
    const scores = scopeScores(['README.md', 'src/3.ts'], many);
    expect(scores.get('l3')).toBeGreaterThan(2 * (scores.get('l4') ?? 0));
  });

  it('is empty without paths on either side', () => {
    expect(scopeScores([], lessons).size).toBe(0);
    expect(scopeScores(['src/a.ts'], [{ lesson_id: 'x', paths: [] }]).size).toBe(0);
  });
});
