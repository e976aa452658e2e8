import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Original {
  readonly path: string;
  /** The bytes before Hone, in base64; null when there was no file. */
  readonly before: string | null;
  /** Hash of what Hone wrote: with any other content, somebody else changed the file since. */
  readonly after: string;
  /** The topmost folder that was made for it. */
  readonly made?: string;
}

const hash = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * What client files held before Hone changed them, kept in Hone's own folder: a backup beside the file would end up in
 * somebody's repository.
 */
export class OriginalFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Before a write; `clean`: the present content holds nothing of Hone's. */
  remember(path: string, present: Buffer | null, written: string, facts: { clean: boolean; made?: string }): void {
    const known = this.#read(path);
    const ours = known !== null && present !== null && known.after === hash(present);
    const original: Original | null = ours
      ? { ...known, after: hash(written) }
      : facts.clean
        ? {
            path,
            before: present?.toString('base64') ?? null,
            after: hash(written),
            ...(facts.made === undefined ? {} : { made: facts.made }),
          }
        : null;
    if (original === null) {
      this.forget(path);
      return;
    }
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeFileSync(this.#file(path), JSON.stringify(original), { mode: 0o600 });
  }

  /** The bytes to go back to; undefined when nobody knows, or somebody changed the file since. */
  of(path: string, present: Buffer): { before: Buffer | null } | undefined {
    const known = this.#read(path);
    if (known === null || known.after !== hash(present)) return undefined;
    return { before: known.before === null ? null : Buffer.from(known.before, 'base64') };
  }

  /** Also takes away the folders that were made for the file, where nothing else came into them. */
  forget(path: string): void {
    rmSync(this.#file(path), { force: true });
  }

  removeMadeFolders(path: string): void {
    const made = this.#read(path)?.made;
    if (made === undefined) return;
    for (let folder = dirname(path); folder.startsWith(made); folder = dirname(folder)) {
      try {
        rmdirSync(folder);
      } catch {
        return;
      }
    }
  }

  #file(path: string): string {
    return join(this.#folder, `${hash(path).slice(0, 32)}.json`);
  }

  #read(path: string): Original | null {
    try {
      const value = JSON.parse(readFileSync(this.#file(path), 'utf8')) as Original;
      return value.path === path ? value : null;
    } catch {
      return null;
    }
  }
}
