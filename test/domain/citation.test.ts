import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCitation, withHash } from '../../src/domain/citation.ts';

const file = ['import a', '', 'const open = () => {', '  return connect(url);', '};', '', 'export { open }'];
const cited = withHash({ path: 'src/db.ts', line: 3, end_line: 5 }, file);

describe('a citation of lines', () => {
  it('is fresh as long as the lines say the same, whatever their layout', () => {
    expect(cited.hash).toMatch(/^[\da-f]{32}$/u);
    expect(checkCitation(cited, file).freshness).toBe('fresh');
    expect(
      checkCitation(
        cited,
        file.map((line) => `\t${line} `),
      ).freshness,
    ).toBe('fresh');
  });

  it('is moved, with the new lines, when they are elsewhere', () => {
    expect(checkCitation(cited, ['// licence', '', ...file])).toMatchObject({
      freshness: 'moved',
      line: 5,
      end_line: 7,
    });
  });

  it('is changed when one of them says something else, missing when the file is gone', () => {
    expect(
      checkCitation(
        cited,
        file.map((line) => line.replace('url', 'address')),
      ).freshness,
    ).toBe('changed');
    expect(checkCitation(cited, []).freshness).toBe('changed');
    expect(checkCitation(cited, null).freshness).toBe('missing');
  });

  it('that was written away from the repository says nothing, unless the file is gone', () => {
    const away = withHash({ path: 'src/db.ts', line: 3 }, null);
    expect(away).not.toHaveProperty('hash');
    expect(checkCitation(away, file)).not.toHaveProperty('freshness');
    expect(checkCitation(away, null).freshness).toBe('missing');
  });

  it('of lines that the file does not have gets no hash', () => {
    expect(withHash({ path: 'a', line: 7, end_line: 9 }, file)).not.toHaveProperty('hash');
    expect(withHash({ path: 'a', line: 1, end_line: 100_000 }, file)).not.toHaveProperty('hash');
  });

  it('finds the nearest of equal spans', () => {
    const lines = ['x', 'same', 'y', 'same', 'z'];
    const one = withHash({ path: 'a', line: 4 }, lines);
    expect(checkCitation(one, ['x', 'same', 'y', 'y', 'same', 'z'])).toMatchObject({ freshness: 'moved', line: 5 });
  });
});

describe('a citation without lines', () => {
  it('is of the file, or of a name in it', () => {
    expect(checkCitation({ path: 'a' }, file).freshness).toBe('fresh');
    expect(checkCitation({ path: 'a', symbol: 'open' }, file).freshness).toBe('fresh');
    expect(checkCitation({ path: 'a', symbol: 'close' }, file).freshness).toBe('changed');
    expect(checkCitation({ path: 'a' }, null).freshness).toBe('missing');
  });
});

it('follows lines wherever the rest of the file goes', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/u);
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 20 }),
      fc.array(word, { maxLength: 20 }),
      fc.nat(5),
      (before, after, size) => {
        const span = Array.from({ length: size + 1 }, (_, i) => `UNIQUE line ${i}`);
        const one = withHash({ path: 'a', line: 1, end_line: span.length }, span);
        const now = checkCitation(one, [...before, ...span, ...after]);
        expect(now).toMatchObject({ line: before.length + 1, freshness: before.length === 0 ? 'fresh' : 'moved' });
      },
    ),
  );
});
