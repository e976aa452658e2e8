import { type FieldName, readLabel } from './field-labels.ts';
import type { OutlineLine, OutlineSection } from './outline.ts';
import { readFields } from './read-fields.ts';

/** Headings deeper than this are parts of the lesson above them. */
const DEEPEST_LESSON = 3;

/**
 * Merges headings that are parts of one lesson: `### Problem` and its neighbours below a `##`, all headings below a lesson that
 * already has its labelled fields, and everything deeper than `###`.
 */
export const foldSections = (sections: readonly OutlineSection[]): { sections: OutlineSection[]; parts: number[] } => {
  const kept: OutlineSection[] = [];
  const parts: number[] = [];
  let closed: number | null = null;
  sections.forEach((section, at) => {
    if (closed !== null && section.depth <= closed) closed = null;
    const above = kept.at(-1);
    const inside = closed !== null || section.depth > DEEPEST_LESSON;
    if (above !== undefined && above.depth > 0 && above.depth < section.depth && inside) {
      parts.push(section.line);
      kept[kept.length - 1] = { ...above, lines: [...above.lines, ...asLines(section)] };
      return;
    }
    kept.push(section);
    if (closed === null && section.depth > 1 && takesAll(section, childrenOf(sections, at))) closed = section.depth;
  });
  return { sections: kept, parts };
};

const childrenOf = (sections: readonly OutlineSection[], at: number): readonly OutlineSection[] => {
  const depth = sections[at]?.depth ?? 0;
  const below = sections.slice(at + 1);
  const end = below.findIndex((one) => one.depth <= depth);
  return end === -1 ? below : below.slice(0, end);
};

const takesAll = (section: OutlineSection, children: readonly OutlineSection[]): boolean => {
  if (children.length === 0) return false;
  const fields = readFields(section.lines.filter((line) => !line.item)).fields;
  return fields.has('rule') || fields.has('when') || children.some((child) => labelOf(child.title) !== null);
};

/** `### Problem` is a part; of those that say more, only what is no lesson by itself: `### The solution: one store`. */
const labelOf = (title: string): { label: string; rest: string } | null => {
  const [label = '', ...more] = title.split(/:\s*/u);
  const field = readLabel(label)?.field;
  const rest = more.join(': ');
  if (field === undefined || (rest !== '' && (/\d\s*$/u.test(label) || !PARTS.has(field)))) return null;
  return { label, rest };
};

const PARTS = new Set<FieldName>(['situation', 'fix']);

/** The heading becomes a label, or a bold line of its text. */
const asLines = (section: OutlineSection): OutlineLine[] => {
  const found = labelOf(section.title);
  const text = found === null ? `**${section.title.replace(/\*\*/gu, '')}**` : `**${found.label}:** ${found.rest}`;
  const line = { number: section.line, code: false, item: false };
  return [{ ...line, text: '' }, { ...line, text }, ...section.lines];
};
