import { appendFileSync, existsSync, readFileSync } from 'node:fs';

interface Listed {
  readonly file: string;
  readonly at: string;
}

const listFile = (path: string): string => `${path}.backups`;

/** Remembers beside the store at `path` where its copies lie: in the store itself a restored one would forget them. */
export const noteBackup = (path: string, backup: Listed): void =>
  appendFileSync(listFile(path), `${JSON.stringify(backup)}\n`, { mode: 0o600 });

/** Oldest first. A line that cannot be read is left out. */
export const listBackups = (path: string): (Listed & { found: boolean })[] => {
  if (!existsSync(listFile(path))) return [];
  return readFileSync(listFile(path), 'utf8')
    .split('\n')
    .flatMap((line) => parsed(line))
    .map((one) => ({ ...one, found: existsSync(one.file) }));
};

const parsed = (line: string): Listed[] => {
  try {
    const { file, at } = JSON.parse(line) as Partial<Listed>;
    return typeof file === 'string' && typeof at === 'string' ? [{ file, at }] : [];
  } catch {
    return [];
  }
};
