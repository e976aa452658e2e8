import {
  createScanner,
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  parse,
  parseTree,
} from 'jsonc-parser';
import { HoneError } from '../../domain/error.ts';

/** What kinds of JSON a client reads. */
export interface JsonForm {
  /** Comments and commas before a closing bracket. */
  readonly loose: boolean;
}

export const refusedFile = (why: string): HoneError =>
  new HoneError('INVALID_INPUT', why, 'Mend the file, or move it away, and run `hone init` again.');

/** The value of a client's file. @throws HoneError INVALID_INPUT when the client could not read it either. */
export const readJson = (text: string, { loose }: JsonForm): Record<string, unknown> => {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: !loose, allowTrailingComma: loose });
  const [first] = errors;
  if (first !== undefined) {
    const line = text.slice(0, first.offset).split('\n').length;
    throw refusedFile(`it is not valid JSON (line ${line})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refusedFile('it holds no JSON object');
  return value as Record<string, unknown>;
};

/** What lies at a path; undefined where it ends early. @throws HoneError when something on the way is no object. */
export const atPath = (value: Record<string, unknown>, path: readonly string[]): unknown =>
  path.reduce<unknown>((inside, key, depth) => {
    if (inside === undefined) return undefined;
    if (typeof inside !== 'object' || inside === null || Array.isArray(inside)) {
      throw refusedFile(`\`${path.slice(0, depth).join('.')}\` is not an object`);
    }
    return (inside as Record<string, unknown>)[key];
  }, value);

/**
 * The text with the value at the path and every other character as it was: comments, order and layout of others stay. A
 * number one past the end of a list appends to it. What is missing on the way is made.
 */
export const setJson = (text: string, path: JSONPath, value: unknown): string => {
  const root = rootOf(text);
  const there = findNodeAtLocation(root, path);
  if (there !== undefined) {
    const indent = indentAt(text, there.offset);
    return splice(text, there.offset, there.offset + there.length, written(text, value, indent));
  }
  const above = path.slice(0, -1);
  const key = path.at(-1);
  const parent = findNodeAtLocation(root, above);
  if (parent === undefined) return setJson(text, above, { [String(key)]: value });
  return insert(text, parent, typeof key === 'string' ? `${JSON.stringify(key)}: ` : '', value);
};

const rootOf = (text: string): Node => {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (root === undefined) throw refusedFile('it holds no JSON object');
  return root;
};

const splice = (text: string, from: number, to: number, words: string): string =>
  `${text.slice(0, from)}${words}${text.slice(to)}`;

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
const unitOf = (text: string): string => /^([ \t]+)\S/mu.exec(text)?.[1] ?? '  ';
/** A file in one line stays in one line. */
const isFlat = (text: string): boolean => !text.trimEnd().includes('\n');

/** White space at the start of the line of this place. */
const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/u.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';

const written = (text: string, value: unknown, indent: string): string =>
  isFlat(text)
    ? JSON.stringify(value)
    : JSON.stringify(value, null, unitOf(text)).replaceAll('\n', `${eolOf(text)}${indent}`);

const insert = (text: string, parent: Node, label: string, value: unknown): string => {
  const close = parent.offset + parent.length - 1;
  const last = parent.children?.at(-1);
  if (isFlat(text))
    return splice(text, close, close, `${last === undefined ? '' : ','}${label}${JSON.stringify(value)}`);
  const outer = indentAt(text, parent.offset);
  const indent = last === undefined ? `${outer}${unitOf(text)}` : indentAt(text, last.offset);
  const line = `${eolOf(text)}${indent}${label}${written(text, value, indent)}`;
  const inner = last === undefined ? parent.offset + 1 : last.offset + last.length;
  const end = inner + text.slice(inner, close).trimEnd().length;
  if (last === undefined) return splice(text, end, close, `${line}${eolOf(text)}${outer}`);
  const trailing = commaIn(text, inner, close);
  // Behind a bracket on the same line there is no line of its own to end on.
  const rest = text.slice(end, close).includes('\n') ? '' : `${eolOf(text)}${outer}`;
  const added = splice(text, end, end, `${line}${trailing === null ? '' : ','}${rest}`);
  return trailing === null ? splice(added, inner, inner, ',') : added;
};

/** Kinds of token, as jsonc-parser numbers them (its own names exist at compile time only). */
const COMMA = 5;
const END = 17;

/** Place of the comma between two places, outside comments. */
const commaIn = (text: string, from: number, to: number): number | null => {
  const scanner = createScanner(text.slice(from, to), false);
  for (let token = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === COMMA) return from + scanner.getTokenOffset();
  }
  return null;
};

/** The text without the entry, and without the objects and lists that it leaves empty. */
export const dropJson = (text: string, path: JSONPath): string => {
  const root = rootOf(text);
  const there = findNodeAtLocation(root, path);
  if (there === undefined || path.length === 0) return text;
  const entry = there.parent?.type === 'property' ? there.parent : there;
  const siblings = entry.parent?.children ?? [];
  if (siblings.length === 1 && path.length > 1) return dropJson(text, path.slice(0, -1));
  return cut(text, entry, siblings);
};

const cut = (text: string, entry: Node, siblings: readonly Node[]): string => {
  const at = siblings.indexOf(entry);
  const before = siblings[at - 1];
  const parent = entry.parent ?? entry;
  const close = parent.offset + parent.length - 1;
  const end = entry.offset + entry.length;
  const after = commaIn(text, end, siblings[at + 1]?.offset ?? close);
  const start = before === undefined ? parent.offset + 1 : before.offset + before.length;
  const gap = text.slice(start, entry.offset);
  // Its own line goes with it; a comment at the end of the line before stays.
  const line = gap.includes('\n') ? start + gap.lastIndexOf('\n') - (gap.includes('\r\n') ? 1 : 0) : entry.offset;
  const stop = after === null ? end : after + 1;
  if (siblings.length === 1) return splice(text, start, close, '');
  const left = splice(text, line, stop, '');
  const comma = after === null && before !== undefined ? commaIn(text, start, entry.offset) : null;
  return comma === null ? left : splice(left, comma, comma + 1, '');
};

export const isEmptyJson = (text: string, form: JsonForm): boolean => Object.keys(readJson(text, form)).length === 0;
