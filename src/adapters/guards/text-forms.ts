import { textViews } from '../../domain/guard/text-views.ts';

/** Letters of other scripts that look like Latin ones (a small part of Unicode's confusables, UTS 39). */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      а: 'a',
      в: 'b',
      с: 'c',
      ԁ: 'd',
      е: 'e',
      ё: 'e',
      ғ: 'f',
      ɡ: 'g',
      һ: 'h',
      н: 'h',
      і: 'i',
      ї: 'i',
      ӏ: 'l',
      ј: 'j',
    },
    ...{
      к: 'k',
      м: 'm',
      о: 'o',
      р: 'p',
      ԛ: 'q',
      г: 'r',
      ѕ: 's',
      т: 't',
      у: 'y',
      ѵ: 'v',
      ѡ: 'w',
      ԝ: 'w',
      х: 'x',
      з: '3',
    },
    ...{
      α: 'a',
      β: 'b',
      ϲ: 'c',
      ε: 'e',
      η: 'n',
      ι: 'i',
      κ: 'k',
      ν: 'v',
      ο: 'o',
      ρ: 'p',
      τ: 't',
      υ: 'u',
      χ: 'x',
      ω: 'w',
      γ: 'y',
    },
    ...{
      ı: 'i',
      ɑ: 'a',
      ℓ: 'l',
      ʀ: 'r',
      ɴ: 'n',
      ɪ: 'i',
      ʟ: 'l',
      ᴏ: 'o',
      ᴇ: 'e',
      ᴀ: 'a',
      ᴛ: 't',
      ꜱ: 's',
      ᴜ: 'u',
      ᴄ: 'c',
      ᴅ: 'd',
    },
    ...{
      ᴘ: 'p',
      ᴠ: 'v',
      ʙ: 'b',
      ɢ: 'g',
      ʜ: 'h',
      ᴊ: 'j',
      ᴋ: 'k',
      ᴍ: 'm',
      ʏ: 'y',
      ᴡ: 'w',
      ᴢ: 'z',
      ꜰ: 'f',
      օ: 'o',
      ո: 'n',
      ս: 'u',
    },
  }),
);
const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** Letters that normalisation does not take apart. */
const BARRED: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', ı: 'i', æ: 'ae' };
const OTHER_SCRIPT = /[^\p{ASCII}\u0080-\u024f]/u;
const DIGITS_IN_WORDS = /[a-z][013457@$!][a-z]|(?<![\w.])[013457][a-z]{2}/u;
/** Letters kept apart; two blanks part the words. */
const SPACED_OUT = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][ .*_~-]){3,60}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;
const ROTATED = /rot[ -]?13|caesar|shift(?:ed)? (?:each|every) letter/u;
const REVERSED = /backward|revers|right to left|mirror(?:ed)? text|from (?:the )?end/u;

/** One way to read a text, folded for matching only: lower case, compatible letters made plain, one blank between words. */
export interface TextForm {
  readonly text: string;
  /** Where in the source it stands; the start of the whole run for what was decoded. */
  readonly start: (offset: number) => number;
}

/** The text as it may be read: as written, decoded one step, by look-alikes, by digits for letters, put together, turned round. */
export const textForms = (source: string): TextForm[] =>
  textViews(source).flatMap((view) => {
    // Words that end their lines are no halves of one word.
    if (view.how === 'joined') return [];
    const text = fold(view.text);
    const start = (offset: number): number =>
      view.how === 'as written'
        ? Math.min(source.length, Math.round((offset / (text.length || 1)) * source.length))
        : view.place(offset, offset + 1).from;
    const together = view.text.replace(SPACED_OUT, (run) => run.replace(/[ .*_~-]/gu, ''));
    const readings = together === view.text ? [text] : [text, fold(together)];
    return [...readings, ...otherReadings(text)].map((reading) => ({ text: reading, start }));
  });

const fold = (text: string): string =>
  text
    .replace(/[\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu, plainLetter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[łøđßıæ]/gu, (letter) => BARRED[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[^\S\n]+/gu, ' ');

/** Letters in squares, circles and flags, in blocks of 26 from A on. */
const BLOCKS = [0x1f1e6, 0x1f170, 0x1f150, 0x1f130];
const plainLetter = (letter: string): string => {
  const point = letter.codePointAt(0) ?? 0;
  const first = BLOCKS.find((start) => point >= start) ?? point;
  return String.fromCharCode(97 + point - first);
};

const otherReadings = (text: string): string[] => {
  const readings: string[] = [];
  const latin = /[a-z]/u.test(text) && OTHER_SCRIPT.test(text) ? skeleton(text) : text;
  if (latin !== text) readings.push(latin);
  if (DIGITS_IN_WORDS.test(text)) readings.push(text.replace(/[013457@$!]/gu, (sign) => DIGIT_LETTERS[sign] ?? sign));
  if (ROTATED.test(text)) readings.push(rotated(text));
  if (REVERSED.test(text)) readings.push([...text].reverse().join(''));
  return readings;
};

const skeleton = (text: string): string =>
  text.replace(/[^\p{ASCII}\u0080-\u024f]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter);

const rotated = (text: string): string =>
  text.replace(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));
