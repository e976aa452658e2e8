/** A change that a reviewer wrote down to be taken as it is, apart from what is said of it. */
export interface SuggestedChange {
  /** The comment without its suggestions. */
  readonly prose: string;
  /** New lines for those that the comment is about; empty text: they are to go. None: it suggests nothing. */
  readonly code: readonly string[];
}

const SUGGESTION = /^[ \t]*(`{3,}|~{3,})[ \t]*suggestion\b[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/gmu;

export const suggestedChange = (words: string): SuggestedChange => {
  const code = [...words.matchAll(SUGGESTION)].map((match) => (match[2] ?? '').replace(/\n$/u, ''));
  const prose = words
    .replace(SUGGESTION, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return { prose, code };
};

/** The lines that a comment is about: the last ones of its hunk, as they are after the change where it has such lines. */
export const commentedLines = (hunk: string, height: number): string => {
  const lines = hunk.split('\n').filter((line) => !line.startsWith('@@') && !line.startsWith('\\'));
  const removed = lines.at(-1)?.startsWith('-') === true;
  const side = lines.filter((line) => !line.startsWith(removed ? '+' : '-')).map((line) => line.slice(1));
  return side.slice(-height).join('\n');
};

/** What git names as the function around a hunk, or null. */
export const hunkFunction = (hunk: string): string | null => {
  const around = /^@@[^@]*@@[ \t]+(\S.*)$/mu.exec(hunk)?.[1]?.trim() ?? '';
  return around === '' ? null : around.slice(0, 80);
};
