import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { HoneError } from '../../../domain/error.ts';

type Path = readonly PropertyKey[];

/** A YAML or JSON text (JSON is YAML) with the line of each of its parts. */
export interface YamlSource {
  readonly value: unknown;
  /** Line of what lies at the path, from 1; where it is missing, that of the nearest part around it. */
  readonly lineOf: (path: Path) => number;
}

const LONGEST = 262_144;
/** Aliases that a text may spread: more is an attack on memory. */
const MOST_ALIASES = 50;

/** @throws HoneError INVALID_INPUT with the line, TOO_LARGE. It repeats nothing of the text. */
export const readYaml = (text: string): YamlSource => {
  if (text.length > LONGEST) {
    throw new HoneError('TOO_LARGE', 'The file is too long for a list of workflows.', 'At most 256 KB.');
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const [first] = document.errors;
  if (first !== undefined) {
    const what = first.code.toLowerCase().replaceAll('_', ' ');
    throw unreadable(lines.linePos(first.pos[0]).line, what);
  }
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const start = startOf(document.contents, path.slice(0, depth));
      if (start !== null) return lines.linePos(start).line;
    }
    return 1;
  };
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), lineOf };
  } catch {
    throw new HoneError('INVALID_INPUT', 'The file repeats its parts by too many aliases.', 'Write them out.');
  }
};

const unreadable = (line: number, what: string): HoneError =>
  new HoneError(
    'INVALID_INPUT',
    `Line ${line}: this cannot be read as YAML (${what}).`,
    'Indent with spaces, and put quotes around a text that holds `: ` or `#` or begins with a sign. Example: entry: "A defect: reproducible."',
  );

/** Where a part begins: a key of a map stands for its entry. */
const startOf = (root: Node | null, path: Path): number | null => {
  let node: unknown = root;
  let start = root?.range?.[0] ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(part));
      if (pair === undefined) return null;
      start = rangeOf(pair.key) ?? start;
      node = pair.value;
    } else {
      const next = (node as { items?: unknown[] } | null)?.items?.[Number(part)];
      if (next === undefined) return null;
      start = rangeOf(next) ?? start;
      node = next;
    }
  }
  return start;
};

const rangeOf = (node: unknown): number | null => (node as Node | null)?.range?.[0] ?? null;
