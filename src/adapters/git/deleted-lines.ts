/** Lines of one file, by their numbers before a commit, that the commit deleted or replaced. */
export interface DeletedLines {
  readonly path: string;
  readonly ranges: readonly { readonly start: number; readonly count: number }[];
}

const OLD_NAME = '--- ';
const HUNK = /^@@ -(?<start>\d+)(?:,(?<count>\d+))? \+\d+(?:,(?<added>\d+))? @@/u;

/** From a patch without context (`-U0`). Hunks are skipped by their length: a deleted line may look like a header. */
export const deletedLines = (patch: string): DeletedLines[] => {
  const files: { path: string; ranges: { start: number; count: number }[] }[] = [];
  const lines = patch.split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (line.startsWith(OLD_NAME)) files.push({ path: pathOf(line.slice(OLD_NAME.length)), ranges: [] });
    const hunk = HUNK.exec(line)?.groups;
    if (hunk === undefined) continue;
    const [count, added] = [Number(hunk.count ?? 1), Number(hunk.added ?? 1)];
    if (count > 0) files.at(-1)?.ranges.push({ start: Number(hunk.start), count });
    i += count + added;
  }
  return files.filter(({ path, ranges }) => path !== '' && ranges.length > 0);
};

/** The name after `a/`; empty for a file that was not there. git quotes what a line cannot hold. */
const pathOf = (written: string): string => {
  const name = written.replace(/\t$/u, '');
  const plain = name.startsWith('"') ? unquote(name) : name;
  return plain.startsWith('a/') ? plain.slice(2) : '';
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

const unquote = (quoted: string): string =>
  quoted
    .slice(1, -1)
    .replace(/\\(?:([0-7]{3})|(.))/gu, (_, digits: string | undefined, letter: string | undefined) =>
      digits === undefined ? (ESCAPES[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(digits, 8)),
    );
