import type { LessonTitle } from './lesson-title.ts';
import { readTitle } from './lesson-title.ts';
import type { OutlineLine } from './outline.ts';
import { readLabelled } from './read-labelled.ts';

/** A list item with its own lines, the marker and the indentation taken off. */
export interface ListItem {
  readonly line: number;
  readonly lines: readonly OutlineLine[];
}

/** Splits the lines of a section: what stands before or between the list items, and the items. */
export const splitItems = (lines: readonly OutlineLine[]): { outside: OutlineLine[]; items: ListItem[] } => {
  const outside: OutlineLine[] = [];
  const items: { line: number; lines: OutlineLine[] }[] = [];
  let open: OutlineLine[] | null = null;
  let indent = 0;
  for (const line of lines) {
    if (line.item) {
      const marker = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s+(?:\[[ xX]\]\s+)?|$)/u.exec(line.text)?.[0] ?? '';
      indent = marker.length;
      open = [{ ...line, text: line.text.slice(marker.length) }];
      items.push({ line: line.number, lines: open });
    } else if (open !== null && belongs(line, open, indent)) {
      open.push({ ...line, text: line.text.replace(new RegExp(`^\\s{0,${indent}}`, 'u'), '') });
    } else {
      open = null;
      outside.push(line);
    }
  }
  return { outside, items };
};

/** Indented lines, blank ones, and the lazy continuation of a paragraph. */
const belongs = (line: OutlineLine, open: readonly OutlineLine[], indent: number): boolean => {
  if (line.code || line.text.trim() === '') return true;
  const previous = open.at(-1)?.text.trim() ?? '';
  return previous !== '' || /^\s*/u.exec(line.text)?.[0].length === indent || /^\s{2,}/u.test(line.text);
};

const ANY_WHEN = new Set(['when', 'situation', 'mistake']);
const ANY_RULE = new Set(['rule', 'fix']);

/** True when the item says by itself when it applies and what is right. */
export const isWholeLesson = (item: ListItem): boolean => {
  const names = item.lines.filter((line) => !line.code).map((line) => readLabelled(line.text)?.field ?? '');
  return names.some((name) => ANY_WHEN.has(name)) && names.some((name) => ANY_RULE.has(name));
};

export const isField = (item: ListItem): boolean => readLabelled(item.lines[0]?.text ?? '') !== null;

const BOLD_LEAD = /^(\*\*|__)(?!\1)(.+?)\1[.:—–-]?\s*(.*)$/u;

/** The bold beginning of an item is its heading. */
export const splitLead = (item: ListItem): { heading: LessonTitle | null; lines: readonly OutlineLine[] } => {
  const [first, ...others] = item.lines;
  if (first === undefined || readLabelled(first.text) !== null) return { heading: null, lines: item.lines };
  const lead = BOLD_LEAD.exec(first.text);
  const rest = { ...first, text: (lead?.[3] ?? '').replace(/^[—–:-]\s*/u, '') };
  const hasMore = rest.text !== '' || others.some((line) => line.text.trim() !== '');
  if (lead === null || !hasMore) return { heading: null, lines: item.lines };
  return { heading: readTitle(lead[2] ?? ''), lines: [rest, ...others] };
};
