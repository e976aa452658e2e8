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
/** Joiners where the spelling of a language has them, so that a long Persian or Hindi text is not taken for a hidden one. */
const OF_SPELLING =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}\p{Script=Sinhala}])[\u200c\u200d]/gu;

export const hasNul = (text: string): boolean => text.includes('\u0000');
/** Half of a surrogate pair: no text that any store or wire can carry. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);

export interface CleanText {
  readonly text: string;
  /** Invisible characters that were taken out and that no script has a use for. What terminals write does not count. */
  readonly removed: number;
}

/**
 * A text as it is kept: NFC, `\n` line ends, no control characters but tab and newline, nothing invisible.
 * Emoji stay whole, except flags spelled with tag characters; so do all scripts, except that joiners between letters are lost.
 */
export const cleanText = (raw: string): CleanText => {
  const shown = raw.replace(TERMINAL_SEQUENCES, '').replace(LINE_ENDS, '\n').replace(CONTROLS, '');
  const kept = indexesOf(OF_EMOJI, shown);
  const spelled = indexesOf(OF_SPELLING, shown);
  let removed = 0;
  const text = shown.replace(INVISIBLE, (character: string, index: number) => {
    if (kept.has(index)) return character;
    if (!spelled.has(index)) removed += 1;
    return '';
  });
  return { text: text.normalize('NFC'), removed };
};

const indexesOf = (pattern: RegExp, text: string): Set<number> =>
  new Set(Array.from(text.matchAll(pattern), (match) => match.index));
