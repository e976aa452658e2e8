import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import type { TextPart } from '../../ports/guard.ts';

/** Which texts these rules found nothing in, kept from process to process: reading the rules takes longer than a hook may. */
export interface ClearedTexts {
  has(parts: readonly TextPart[]): boolean;
  add(parts: readonly TextPart[]): void;
}

/** Some thousands of lessons; then it begins anew. */
const MOST_BYTES = 512 * 1024;

/**
 * Digests in a file of this user, one a line; no text. The file belongs to one version of the rules, so its name must tell that
 * version. A file that cannot be read or written costs time, nothing else.
 */
export const clearedTexts = (file: string): ClearedTexts => {
  let known: Set<string> | null = null;
  const all = (): Set<string> => {
    known ??= new Set(read(file).split('\n'));
    return known;
  };
  return {
    has: (parts) => all().has(digestOf(parts)),
    add: (parts) => {
      const digest = digestOf(parts);
      if (all().has(digest)) return;
      all().add(digest);
      append(file, digest);
    },
  };
};

const digestOf = (parts: readonly TextPart[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const append = (file: string, digest: string): void => {
  try {
    const full = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES;
    appendFileSync(file, `${digest}\n`, { mode: 0o600, flag: full ? 'w' : 'a' });
  } catch {
    // No folder yet, or none that may be written: the next process reads the rules.
  }
};
