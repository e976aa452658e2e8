import type { Outline } from '../domain/import/outline.ts';

/** Finds the structure of a Markdown text: headings, list items, code. Reads any text; not a judge of what it means. */
export interface MarkdownReader {
  outline(text: string): Promise<Outline>;
}
