import type { Nodes, Root, RootContent } from 'mdast';
import { HoneError } from '../../domain/error.ts';
import type { Outline, OutlineLine, OutlineSection } from '../../domain/import/outline.ts';
import { splitPreface } from '../../domain/import/preface.ts';
import type { MarkdownReader } from '../../ports/markdown-reader.ts';

/** Reads CommonMark with micromark. The parser is loaded at first use: most commands never need it. */
export const mdastReader: MarkdownReader = {
  outline: async (text) => {
    const { fromMarkdown } = await import('mdast-util-from-markdown');
    const { preface, rest } = splitPreface(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'));
    return { preface, sections: sectionsOf(parse(fromMarkdown, rest), rest) };
  },
};

const parse = (fromMarkdown: (text: string) => Root, text: string): Root => {
  try {
    return fromMarkdown(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new HoneError(
      'INVALID_INPUT',
      'The Markdown is nested too deeply to be read.',
      'Take the lists or quotes apart, or split the file.',
      { cause: error },
    );
  }
};

interface Marks {
  readonly code: ReadonlySet<number>;
  readonly items: ReadonlySet<number>;
  /** Comments and rules: markup, not text. */
  readonly markup: ReadonlySet<number>;
}

const sectionsOf = (root: Root, text: string): Outline['sections'] => {
  const lines = text.split('\n');
  const marks = marksOf(root, text);
  const headings = root.children.filter((node) => node.type === 'heading');
  const sections: OutlineSection[] = [];
  let from = 1;
  let current = { depth: 0, title: '', line: 1 };
  for (const heading of headings) {
    const [start, end] = linesOf(heading);
    sections.push({ ...current, lines: slice(lines, marks, from, start) });
    current = { depth: heading.depth, title: inlineText(heading, text), line: start };
    from = end + 1;
  }
  sections.push({ ...current, lines: slice(lines, marks, from, lines.length + 1) });
  return sections;
};

const slice = (lines: readonly string[], marks: Marks, from: number, to: number): OutlineLine[] =>
  lines.slice(from - 1, to - 1).map((text, offset) => {
    const number = from + offset;
    return {
      number,
      text: marks.markup.has(number) ? '' : text,
      code: marks.code.has(number),
      item: marks.items.has(number),
    };
  });

const marksOf = (root: Root, text: string): Marks => {
  const markup = root.children.filter((node) => node.type === 'thematicBreak' || isComment(node, text));
  return {
    code: new Set(codeOf(root).flatMap(allLines)),
    items: new Set(
      root.children.flatMap((node) => (node.type === 'list' ? node.children : [])).map((item) => linesOf(item)[0]),
    ),
    markup: new Set(markup.flatMap(allLines)),
  };
};

const isComment = (node: RootContent, text: string): boolean =>
  node.type === 'html' && /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/u.test(sourceOf(node, text));

/** Without recursion: a list can be nested deeper than the stack. */
const codeOf = (root: Root): Nodes[] => {
  const found: Nodes[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'code') found.push(node);
    if ('children' in node) open.push(...node.children);
  }
  return found;
};

const linesOf = (node: Nodes): readonly [start: number, end: number] => [
  node.position?.start.line ?? 1,
  node.position?.end.line ?? 1,
];

const allLines = (node: Nodes): number[] => {
  const [start, end] = linesOf(node);
  return Array.from({ length: end - start + 1 }, (_, offset) => start + offset);
};

const sourceOf = (node: Nodes, text: string): string =>
  text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** What a heading says, marks included, without the signs that make it a heading. */
const inlineText = (heading: { children: Nodes[] }, text: string): string => {
  const from = heading.children[0]?.position?.start.offset ?? 0;
  const to = heading.children.at(-1)?.position?.end.offset ?? 0;
  return text.slice(from, to).replace(/\s+/gu, ' ').trim();
};
