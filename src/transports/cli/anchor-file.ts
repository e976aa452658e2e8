import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { AuditHead } from '../../domain/audit.ts';
import { HoneError } from '../../domain/error.ts';
import type { AuditAnchor } from '../../use-cases/anchor-audit.ts';
import type { CliContext } from './context.ts';
import { readTextFile } from './read-text-file.ts';

/** One line for each time. @throws HoneError INVALID_INPUT when it cannot be written. */
export const appendAnchor = async (folder: string, name: string, anchor: AuditAnchor): Promise<void> => {
  await appendFile(resolve(folder, name), `${JSON.stringify(anchor)}\n`, { mode: 0o600 }).catch((error: unknown) => {
    throw new HoneError(
      'INVALID_INPUT',
      'The file for the heads cannot be written.',
      'Check that its folder exists and that you may write there.',
      { cause: error },
    );
  });
};

/**
 * The heads of every line of a file, or of stdin for `-`.
 *
 * @throws HoneError INVALID_INPUT for a line that is no anchor, with its number.
 */
export const readAnchors = async ({ folder, terminal }: CliContext, name: string): Promise<AuditHead[]> => {
  const lines = (name === '-' ? await text(terminal.input) : await readTextFile(folder, name)).split('\n');
  const heads = lines.flatMap((line, at) => (line.trim() === '' ? [] : headsOf(line, at + 1)));
  if (heads.length > 0) return heads;
  throw new HoneError('INVALID_INPUT', 'No head was kept there.', 'Write it with `hone audit anchor FILE`.');
};

const headsOf = (line: string, number: number): AuditHead[] => {
  const heads = parsed(line);
  if (Array.isArray(heads) && heads.every(isHead)) return heads;
  throw new HoneError(
    'INVALID_INPUT',
    `Line ${number} of the kept heads is none.`,
    'Give the file as `hone audit anchor` wrote it.',
  );
};

const parsed = (line: string): unknown => {
  try {
    return (JSON.parse(line) as { heads?: unknown } | null)?.heads;
  } catch {
    return null;
  }
};

const isHead = (one: unknown): one is AuditHead => {
  const { project, seq, hash } = (one ?? {}) as Partial<AuditHead>;
  return typeof project === 'string' && Number.isInteger(seq) && typeof hash === 'string';
};
