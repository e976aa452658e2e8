import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { HoneError } from '../../../domain/error.ts';
import type { RestoredFacts } from '../../../ports/store-backup.ts';
import { auditKey, auditKeyFile } from '../audit/audit-key.ts';
import { headFile } from '../audit/head-file.ts';
import { toHoneError, unavailable } from '../errors.ts';
import { openSqliteStore } from '../open-sqlite-store.ts';
import { endedTokens } from './ended-tokens.ts';
import { inUse } from './in-use.ts';
import { verifyCopy } from './verify-copy.ts';

export interface RestoreOptions {
  readonly file: string;
  /** Where the store shall lie. */
  readonly target: string;
  /** The key with which the backup's events were signed; absent: the one beside the backup, else the one beside the target. */
  readonly key?: string;
  /** Puts a store that lies at the target aside; without it, that is refused. */
  readonly replace: boolean;
  readonly now: () => string;
}

/** What lies beside a store's file and belongs to it. */
const PARTS = ['', '-wal', '-shm', '.key', '.head', '.verified'] as const;

/**
 * Puts a backup in the place of a store. It is copied to a new place, verified there, brought to this version and verified
 * again; only then it takes its name. What lay there before is put aside, never deleted, and never while
 * somebody uses it.
 *
 * @throws HoneError CONFLICT when a store lies there, unless it may be replaced, or is in use; STORE_UNAVAILABLE when the
 *   backup does not verify.
 */
export const restoreStore = async (options: RestoreOptions): Promise<RestoredFacts> => {
  const { file, target, replace, now } = options;
  if (!existsSync(file)) throw noBackup();
  const occupied = existsSync(target);
  if (occupied && !replace) throw liesThere();
  if (occupied && inUse(target)) throw busyThere();
  const keyFile = keyFor(options);
  const draft = `${target}.restoring-${randomBytes(4).toString('hex')}`;
  try {
    copyFileSync(keyFile, auditKeyFile(draft));
    chmodSync(auditKeyFile(draft), 0o600);
    copyFileSync(file, draft);
    chmodSync(draft, 0o600);
    verifyCopy(draft, auditKey(draft));
    const ended = occupied ? endedTokens(target) : [];
    const facts = await bringUp(draft, ended, now);
    const replaced = occupied ? putAside(target, now()) : null;
    moveAll(draft, target);
    return { store: target, ...facts, replaced };
  } catch (error) {
    throw cannotRestore(error);
  } finally {
    for (const part of PARTS) rmSync(`${draft}${part}`, { force: true });
  }
};

const keyFor = ({ file, target, key }: RestoreOptions): string => {
  const found = [key ?? auditKeyFile(file), auditKeyFile(target)].find((one) => existsSync(one));
  if (found !== undefined && (key === undefined || found === key)) return found;
  throw new HoneError(
    'INVALID_INPUT',
    'The key with which the backup was signed is not there.',
    'Name its file with --key: `hone backup` writes it beside the backup, and the store keeps it as `hone.db.key`.',
  );
};

/** Opens the draft, which brings it to this version, ends what had ended, and verifies it once more. */
const bringUp = async (
  draft: string,
  ended: readonly { token_id: string; ended_by: string }[],
  now: () => string,
): Promise<Omit<RestoredFacts, 'store' | 'replaced'>> => {
  const store = await openSqliteStore({ path: draft, mapped: false });
  try {
    const ended_again: string[] = [];
    await store.unitOfWork.write(
      async ({ directory }) => {
        for (const { token_id, ended_by } of ended) {
          if (await directory.endToken(token_id, { at: now(), by: ended_by })) ended_again.push(token_id);
        }
      },
      { actor: 'hone', role: 'policy', verb: 'restore', project: '', noted: true },
    );
    const { ok, events, rows, findings } = await store.audit.verify([]);
    if (!ok) throw unavailable(`The restored copy does not verify: ${findings[0]?.what}.`, 'Take another backup.');
    const projects = await store.stores.directory.listProjects();
    return { events, rows, lessons: projects.reduce((sum, one) => sum + one.lessons, 0), ended_again };
  } finally {
    await store.close();
  }
};

const putAside = (target: string, at: string): string => {
  const aside = `${target}.replaced-${at.replace(/[:.]/gu, '-')}`;
  moveAll(target, aside);
  return aside;
};

const moveAll = (from: string, to: string): void => {
  // The head of the old chain would be taken for a proof against the new one.
  rmSync(headFile(to), { force: true });
  for (const part of PARTS) if (existsSync(`${from}${part}`)) renameSync(`${from}${part}`, `${to}${part}`);
};

const cannotRestore = (error: unknown): unknown => {
  const known = toHoneError(error);
  if (known instanceof HoneError) return known;
  return unavailable(
    'The backup could not be copied to its new place.',
    'Check that the folder of the store exists, may be written, and has room.',
    error,
  );
};

const noBackup = (): HoneError =>
  new HoneError('INVALID_INPUT', 'There is no such backup.', 'Name a file that `hone backup` made.');

const liesThere = (): HoneError =>
  new HoneError(
    'CONFLICT',
    'A store lies there already. It was left as it is.',
    'Restore beside it with --store ./restored.db, or put it aside with --replace.',
  );

const busyThere = (): HoneError =>
  new HoneError(
    'CONFLICT',
    'The store that lies there is in use. It was left as it is.',
    'End every Hone process that uses it (servers, agents), then repeat the command.',
  );
