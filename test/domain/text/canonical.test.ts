import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, hasLoneSurrogate, hasNul, hasPiledMarks } from '../../../src/domain/text/canonical.ts';

/** Texts with many of the characters that matter here, in any order. */
const rich = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      '\u200d',
      '\u200c',
      '\ufe0f',
      '\u202e',
      '\u{e0041}',
      '👩',
      '🏽',
      '7',
      '\u20e3',
      'é',
      'e\u0301',
      '\r',
      '\n',
      '\u001b[31m',
      'ن',
    ),
  ),
  maxLength: 60,
});

describe('a clean text', () => {
  it.each([
    ['family', '👩‍👩‍👧‍👦'],
    ['skin tone and profession', '👩🏽‍🚒'],
    ['heart with selector', '❤️‍🔥'],
    ['keycap', '7️⃣'],
    ['flag of two letters', '🇩🇪'],
    ['Chinese', '修复登录页面'],
    ['Hindi', 'हिन्दी में'],
    ['tab and newline', 'a\tb\nc'],
  ])('keeps %s', (_, text) => {
    expect(cleanText(text)).toEqual({ text, removed: 0 });
  });

  it.each([
    ['tag characters', '\u{e0041}\u{e007f}', 2],
    ['supplementary variation selectors', '\u{e0100}\u{e01ef}', 2],
    ['bidirectional marks', '\u202a\u202e\u2066\u2069\u200e\u200f', 6],
    ['zero-width characters', '\u200b\u2060\u2064\ufeff\u00ad', 5],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0', 4],
    ['joiners and selectors beside letters', '\u200d\ufe0f', 2],
  ])('loses %s, and counts them', (_, hidden, removed) => {
    expect(cleanText(`run${hidden} this`)).toEqual({ text: 'run this', removed });
  });

  it('loses what terminals write, without counting it', () => {
    const coloured = '\u001b[1;31mError\u001b[0m: \u001b]8;;https://example.org\u0007here\u001b]8;;\u0007\u0007\u009b';
    expect(cleanText(coloured)).toEqual({ text: 'Error: here', removed: 0 });
  });

  it.each([
    ['Persian', '\u0622\u0632\u0645\u0648\u0646\u200c\u0647\u0627 \u0631\u0627'],
    ['Hindi', '\u0915\u094d\u200d\u0937'],
    ['Malayalam', '\u0d05\u0d35\u0d7b\u200d, \u0d05\u0d35\u0d7e\u200d'],
  ])('keeps the joiners that spell %s, one at a time', (_, text) => {
    expect(cleanText(text)).toEqual({ text, removed: 0 });
    expect(cleanText(text.replace(/[\u200c\u200d]/u, '$&\u200c\u200d'))).toEqual({ text, removed: 2 });
  });

  it('has no run of blanks that pushes text out of sight', () => {
    expect(cleanText(`a${'\n'.repeat(400)}b`).text).toBe('a\n\nb');
    expect(cleanText(`a${' \t'.repeat(150)}b`).text).toBe('a b');
    expect(cleanText(`a${' '.repeat(40)}b\n\n\nc`).text).toBe(`a${' '.repeat(40)}b\n\n\nc`);
  });

  it('has one kind of line end and one spelling of a letter', () => {
    expect(cleanText('a\r\nb\rc').text).toBe('a\nb\nc');
    expect(cleanText('cafe\u0301').text).toBe('café');
  });

  it('stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(rich, (text) => {
        const once = cleanText(text).text;
        expect(cleanText(once)).toEqual({ text: once, removed: 0 });
      }),
    );
  });

  it('holds no control character, and nothing invisible without an emoji', () => {
    fc.assert(
      fc.property(rich, (raw) => {
        const { text } = cleanText(raw);
        expect(text.replace(/[\t\n]/gu, '')).not.toMatch(/\p{Cc}/u);
        const unspelled = text.replace(/(?<=\p{Script=Arabic})[\u200c\u200d]/gu, '');
        if (!/\p{Extended_Pictographic}|\u20e3/u.test(text))
          expect(unspelled).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
      }),
    );
  });
});

describe('unreadable texts', () => {
  it('hold NUL', () => {
    expect(hasNul('a\u0000')).toBe(true);
    expect(hasNul('a')).toBe(false);
  });

  it('bury letters under marks, as no spelling does', () => {
    expect(hasPiledMarks(cleanText(`d${'\u0300\u030d\u031a\u0327'.repeat(3)}`).text)).toBe(true);
    expect(hasPiledMarks(cleanText('Nguy\u1ec5n Th\u1ecb Ng\u1ecdc').text)).toBe(false);
    expect(hasPiledMarks(cleanText('\u05d1\u05bc\u05b0\u05e8\u05b5\u05d0\u05e9\u05b4\u05c1\u05d9\u05ea').text)).toBe(
      false,
    );
    expect(hasPiledMarks(cleanText('\u0627\u0644\u0645\u0648\u0644\u064e\u0651\u062f\u0629').text)).toBe(false);
  });

  it('hold half of a surrogate pair', () => {
    expect(hasLoneSurrogate('a\ud83d')).toBe(true);
    expect(hasLoneSurrogate('\ude00\ud83d')).toBe(true);
    expect(hasLoneSurrogate('😀')).toBe(false);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !hasLoneSurrogate(text)));
  });
});
