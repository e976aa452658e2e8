import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/domain/retrieval/tokens.ts';

describe('the terms of a text', () => {
  it.each([
    ['an identifier has its parts and the whole', 'getUserByID', ['get', 'user', 'id', 'getuserbyid']],
    ['capitals in a row are one part', 'HTTPServer', ['http', 'server', 'httpserver']],
    ['digits are apart from letters', 'utf8', ['utf', '8', 'utf8']],
    ['a path has its parts', 'src/domain/foo.ts', ['src', 'domain', 'foo', 'ts', 'srcdomainfoots']],
    ['forms of a word meet', 'migrations migrating migrated', ['migrat', 'migrat', 'migrat']],
    ['stop words of five languages are left out', 'the und le para não', []],
    ['single letters say nothing', 'a.b x', ['ab']],
    ['Chinese is read two letters at a time', '数据库', ['数据', '据库']],
    ['Latin letters within Chinese are a word', '使用Redis', ['使用', 'redi', '使用redis']],
    ['Latin letters after a long vowel are a word', 'サーバーAPI', ['サー', 'ーバ', 'バー', 'api', 'サーバーapi']],
    ['letters of other scripts are kept', 'état größe हिन्दी', ['état', 'größe', 'हिन्दी']],
    ['one spelling of a letter is like the other', 'e\u0301tat', ['état']],
    ['an emoji says nothing', 'deploy 🚀 👩‍👩‍👧', ['deploi']],
    ['languages with signs have names', 'C++ c# F# C++17', ['cpp', 'csharp', 'fsharp', 'cpp', '17', 'cpp17']],
    ['a sign behind another word is none', 'abc# a++', ['abc']],
    ['what is left of a short form is little', "it's l'erreur", ['erreur']],
    ['nothing has no terms', ' \n\t…', []],
  ])('%s', (_, text, terms) => {
    expect(tokenize(text)).toEqual(terms);
  });

  it('are the same for each way to write an identifier', () => {
    const [camel, ...others] = ['getUserById', 'get_user_by_id', 'get-user-by-id', 'GetUserById'].map(tokenize);
    for (const other of others) expect(other).toEqual(camel);
  });

  it('are the same with a typed and a typographic apostrophe', () => {
    expect(tokenize('don’t retry')).toEqual(tokenize("don't retry"));
  });

  it('are few and short, whatever the text', () => {
    expect(tokenize('word '.repeat(50_000))).toHaveLength(2_000);
    expect(tokenize('x'.repeat(41))).toEqual([]);
    expect(tokenize('aB'.repeat(20_000)).length).toBeLessThanOrEqual(2_000);
  });

  it('hold letters, digits and marks only, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.string({ unit: 'binary', maxLength: 100 })),
        (text) => {
          const terms = tokenize(text);
          expect(terms.length).toBeLessThanOrEqual(2_000);
          expect(terms.filter((term) => term.length > 40 || !/^[\p{L}\p{N}\p{M}]+$/u.test(term))).toEqual([]);
        },
      ),
    );
  });

  it('do not depend on the case of plain words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,12}$/u), (word) => {
        expect(tokenize(word.toUpperCase())).toEqual(tokenize(word));
      }),
    );
  });
});
