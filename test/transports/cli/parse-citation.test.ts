import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectCitation, parseCitation } from '../../../src/transports/cli/parse-citation.ts';
import { citationWord } from '../../../src/transports/cli/words/lesson-words.ts';

describe('parseCitation', () => {
  it.each([
    ['src/db.ts', { path: 'src/db.ts' }],
    ['src/db.ts:10', { path: 'src/db.ts', line: 10 }],
    ['src/db.ts:10-20', { path: 'src/db.ts', line: 10, end_line: 20 }],
    ['C:\\code\\db.ts:3', { path: 'C:\\code\\db.ts', line: 3 }],
  ])('reads %s', (text, citation) => {
    expect(parseCitation(text)).toEqual(citation);
  });

  it.each(['', ' ', 'src/db.ts:0', 'src/db.ts:20-10'])('refuses %j', (text) => {
    expect(() => parseCitation(text)).toThrow(/FILE:LINE/u);
  });

  it('reads back what is shown', () => {
    const path = fc.stringMatching(/^[a-z][a-z/.]{0,10}[a-z]$/u);
    fc.assert(
      fc.property(path, fc.integer({ min: 1, max: 9_999 }), fc.nat(50), (name, line, more) => {
        const citation = { path: name, line, end_line: line + more };
        expect(parseCitation(citationWord(citation))).toEqual(citation);
      }),
    );
  });

  it('collects one after the other', () => {
    expect(collectCitation('b:2', collectCitation('a', undefined))).toEqual([{ path: 'a' }, { path: 'b', line: 2 }]);
  });
});
