const LINE_ENDS = /\r\n?/gu;
/** C0 and C1 without tab and newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
/** Zero-width, bidirectional, tag and filler characters and variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** What holds an emoji together: the joiner between two of its parts, the selector after a part or in a keycap. */
const OF_EMOJI =
  /(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\ufe0f|(?<=[0-9#*])\ufe0f(?=\u20e3)/gu;

export const hasNul = (text: string): boolean => text.includes('\u0000');
/** Half of a surrogate pair: no text that any store or wire can carry. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);

export interface CleanText {
  readonly text: string;
  /** Invisible characters that were taken out. Control characters, which terminals put into texts, do not count. */
  readonly removed: number;
}

/**
 * A text as it is kept: NFC, `\n` line ends, no control characters but tab and newline, nothing invisible.
 * Emoji stay whole, except flags spelled with tag characters; so do all scripts, except that joiners between letters are lost.
 */
export const cleanText = (raw: string): CleanText => {
  const visible = raw.replace(LINE_ENDS, '\n').replace(CONTROLS, '');
  const kept = new Set([...visible.matchAll(OF_EMOJI)].map((match) => match.index));
  let removed = 0;
  const text = visible.replace(INVISIBLE, (character: string, index: number) => {
    if (kept.has(index)) return character;
    removed += 1;
    return '';
  });
  return { text: text.normalize('NFC'), removed };
};
