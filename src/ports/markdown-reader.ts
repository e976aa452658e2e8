import type { Outline } from '../domain/import/outline.ts';

/** Finds the structure of a Markdown text: headings, list items, code. Not a judge of what it means. */
export interface MarkdownReader {
  /** @throws HoneError INVALID_INPUT when the text is nested so deeply that it cannot be read. */
  outline(text: string): Promise<Outline>;
}
