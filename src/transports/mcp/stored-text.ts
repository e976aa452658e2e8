import { plainText } from '../cli/plain-text.ts';

/** Other people's text on the line of its label: what follows a line break is indented, so that it opens no line of its own. */
export const storedText = (text: string): string =>
  plainText(text)
    .trim()
    .replace(/\s*\n\s*/gu, '\n      ');

/** A labelled line; nothing for an absent text. */
export const labelled = (label: string, text: string | undefined): string[] =>
  text === undefined || text === '' ? [] : [`  ${label}: ${storedText(text)}`];
