const LINE_ENDS = /\r\n?/gu;
/** Colours, cursor moves and links, as terminals write them around the text that they show (ECMA-48 CSI and OSC). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const TERMINAL_SEQUENCES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/gu;
/** C0, DEL and C1 without tab and newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
/** Zero-width, bidirectional, tag and filler characters and variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** What holds an emoji together: the joiner between two of its parts, the selector after a part or in a keycap. */
const OF_EMOJI =
  /(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\ufe0f|(?<=[0-9#*])\ufe0f(?=\u20e3)/gu;
/** A joiner behind a letter of a script whose spelling has them (Persian, Hindi, Malayalam, …). */
const OF_SPELLING = new RegExp(
  `(?<=[${[
    ...['Arabic', 'Syriac', 'Mongolian', 'Khmer', 'Myanmar', 'Sinhala', 'Devanagari', 'Bengali', 'Gurmukhi'],
    ...['Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ]
    .map((script) => `\\p{Script=${script}}`)
    .join('')}])[\\u200c\\u200d]`,
  'gu',
);
/** A longer run of blanks is there to push text out of sight. */
const BLANK_RUN = /\s{41,}/gu;
/** More marks on one letter than any spelling piles up. */
const PILED_MARKS = /\p{Mn}{7,}/u;
/** More invisible characters in one text than this are no accident. */
export const MOST_INVISIBLE = 8;

export const hasNul = (text: string): boolean => text.includes('\u0000');
/** Half of a surrogate pair: no text that any store or wire can carry. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);

/** Letters buried under marks. Asked of a clean text: composed letters have fewer of them. */
export const hasPiledMarks = (text: string): boolean => PILED_MARKS.test(text);

export interface CleanText {
  readonly text: string;
  /** Invisible characters that were taken out and that no script has a use for. What terminals write does not count. */
  readonly removed: number;
}

/**
 * A text as it is kept: NFC, `\n` line ends, no control characters but tab and newline, nothing invisible, no blanks that
 * run on. Joiners stay where spelling or an emoji needs them; flags spelled with tag characters lose those.
 */
export const cleanText = (raw: string): CleanText => {
  const shown = raw.replace(TERMINAL_SEQUENCES, '').replace(LINE_ENDS, '\n').replace(CONTROLS, '');
  const kept = new Set([...indexesOf(OF_EMOJI, shown), ...indexesOf(OF_SPELLING, shown)]);
  let removed = 0;
  const text = shown.replace(INVISIBLE, (character: string, index: number) => {
    if (kept.has(index)) return character;
    removed += 1;
    return '';
  });
  const seen = text.replace(BLANK_RUN, (run) => (run.includes('\n') ? '\n\n' : ' '));
  return { text: seen.normalize('NFC'), removed };
};

const indexesOf = (pattern: RegExp, text: string): number[] =>
  Array.from(text.matchAll(pattern), (match) => match.index);
