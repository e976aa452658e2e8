import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { AuditHead } from '../../../domain/audit.ts';

/** How far the file may lag behind the store. A head that lags is still a true one. */
const LAG_MS = 1_000;

export const headFile = (path: string): string => `${path}.head`;

/** Heads that were kept beside the store at `path`; none when there is no such file, or it cannot be read. */
export const readHeads = (path: string): AuditHead[] => {
  try {
    const kept: unknown = JSON.parse(readFileSync(headFile(path), 'utf8'));
    return Array.isArray(kept) ? kept.filter(isHead) : [];
  } catch {
    return [];
  }
};

const isHead = (one: unknown): one is AuditHead => {
  const { project, seq, hash } = (one ?? {}) as Partial<AuditHead>;
  return typeof project === 'string' && typeof seq === 'number' && typeof hash === 'string';
};

/** Keeps the newest heads beside the store, a moment after each write: what is then cut off at the end of a chain is missed. */
export class HeadFile {
  readonly #path: string;
  readonly #hashAt: (project: string, seq: number) => string | null;
  readonly #waiting = new Map<string, AuditHead>();
  #timer: NodeJS.Timeout | null = null;

  constructor(path: string, hashAt: (project: string, seq: number) => string | null) {
    this.#path = path;
    this.#hashAt = hashAt;
  }

  note(heads: readonly AuditHead[]): void {
    for (const head of heads) this.#waiting.set(head.project, head);
    if (heads.length === 0 || this.#timer !== null) return;
    this.#timer = setTimeout(() => this.flush(), LAG_MS).unref();
  }

  /** Of several processes each keeps what the others kept, where that is newer. A head that the store no longer has is evidence, and stays. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.size === 0) return;
    const heads = new Map(readHeads(this.#path).map((head) => [head.project, head]));
    for (const head of this.#waiting.values()) {
      if (this.#follows(head, heads.get(head.project))) heads.set(head.project, head);
    }
    this.#waiting.clear();
    const draft = `${headFile(this.#path)}.${randomBytes(6).toString('hex')}`;
    try {
      writeFileSync(draft, `${JSON.stringify([...heads.values()])}\n`, { mode: 0o600, flag: 'wx' });
      renameSync(draft, headFile(this.#path));
    } catch {
      // The disk is full or the folder gone: the store itself says so. The last head that was kept stays true.
    }
  }

  #follows(head: AuditHead, kept: AuditHead | undefined): boolean {
    if (kept === undefined) return true;
    return kept.seq < head.seq && this.#hashAt(kept.project, kept.seq) === kept.hash;
  }
}
