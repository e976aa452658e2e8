import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type ClientPlan,
  type FileChange,
  type RefusedFile,
  type RemoteServer,
  SETUP_CLIENTS,
  type SetupScope,
} from '../../domain/client-setup.ts';
import { HoneError } from '../../domain/error.ts';
import type { ClientSetups, SetupRequest } from '../../ports/client-setups.ts';
import { allClients } from './all-clients.ts';
import { checkRemote } from './check-remote.ts';
import { checkStart } from './check-start.ts';
import type { ManagedFile, Places } from './client-definition.ts';
import { findLaunch, type OwnProgram } from './find-launch.ts';
import { isHere } from './is-here.ts';
import { refusedFile } from './json-edits.ts';
import { OriginalFiles } from './original-files.ts';

/** The client configurations of this machine. */
export const openClientSetups = (places: Places, own: OwnProgram): ClientSetups => {
  const originals = new OriginalFiles(join(places.ownFolder, 'clients'));
  const planned = (request: SetupRequest, edit: (file: ManagedFile, text: string | null) => string | null) =>
    planFiles(places, request, edit);
  return {
    found: async () => SETUP_CLIENTS.filter((client) => isHere(places, client)),
    launch: async (scope) => findLaunch(places, own, scope),
    plan: async (request, launch) => {
      const plan = planned(request, (file, text) => file.add(text, launch));
      return launch.remote === undefined ? plan : withRemote(plan, launch.remote, request.scope);
    },
    planRemoval: async (request) => {
      const plan = planned(request, (file, text) => removed(originals, file, text));
      // The last made goes first: then its folders are empty when those above them go.
      return { ...plan, files: plan.files.toReversed() };
    },
    write: async (change, removing) => writeChange(places, originals, change, removing),
    check: (launch) =>
      launch.remote === undefined || own.team === null
        ? checkStart({ ...launch, args: [...launch.args, 'serve'] }, places)
        : checkRemote({ url: launch.remote.url, token: own.team.token }),
  };
};

/** What else is to be known where clients use the team's server. */
const withRemote = (plan: ClientPlan, { token }: RemoteServer, scope: SetupScope): ClientPlan => ({
  ...plan,
  files: plan.files.map((file) => ({
    ...file,
    secret: token !== null && file.after?.includes(JSON.stringify(token).slice(1, -1)) === true,
  })),
  notes:
    scope === 'project'
      ? [...plan.notes, 'The file names no token: each person sets HONE_TOKEN where the client is started.']
      : plan.notes,
});

const planFiles = (
  places: Places,
  { client, scope, extras }: SetupRequest,
  edit: (file: ManagedFile, text: string | null) => string | null,
): ClientPlan => {
  const { label, files, notes } = allClients[client];
  const changes: FileChange[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files(places, scope, extras)) {
    try {
      const before = readText(file.path);
      changes.push({ client, path: file.path, before, after: edit(file, before) });
    } catch (error) {
      if (!(error instanceof HoneError)) throw error;
      refused.push({ client, path: file.path, why: error.message });
    }
  }
  return { client, label, files: changes, refused, notes: notes(scope, extras) };
};

const BOM = '\ufeff';

/** Null: no such file. @throws HoneError when it is no text that can be given back as it is. */
const readText = (path: string): string | null => {
  const bytes = readBytes(path);
  if (bytes === null) return null;
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) throw refusedFile('it is not UTF-8 text');
  if (text.startsWith(BOM)) throw refusedFile('it begins with a byte order mark');
  return text;
};

const readBytes = (path: string): Buffer | null => {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw refusedFile(code === 'EISDIR' ? 'it is a folder' : 'it cannot be read');
  }
};

const removed = (originals: OriginalFiles, file: ManagedFile, text: string | null): string | null => {
  if (text === null) return null;
  const original = originals.of(file.path, Buffer.from(text, 'utf8'));
  return original === undefined ? file.remove(text) : (original.before?.toString('utf8') ?? null);
};

const writeChange = (places: Places, originals: OriginalFiles, change: FileChange, removing: boolean): void => {
  const { path, before, after } = change;
  if (readText(path) !== before) {
    throw new HoneError('CONFLICT', `${path} changed while it was looked at. It was left as it is.`, 'Run it again.');
  }
  try {
    if (after === null) rmSync(path, { force: true });
    else writeWhole(change, after, (made) => remember(places, originals, change, removing, made));
  } catch (error) {
    if (error instanceof HoneError) throw error;
    throw new HoneError('STORE_UNAVAILABLE', `${path} cannot be written.`, 'Check who owns it, and run it again.', {
      cause: error,
    });
  }
  if (removing) {
    originals.removeMadeFolders(path);
    originals.forget(path);
  }
};

const remember = (
  places: Places,
  originals: OriginalFiles,
  { client, path, before, after }: FileChange,
  removing: boolean,
  made: string | undefined,
): void => {
  if (removing || after === null) return;
  const file = [true, false]
    .flatMap((extras) =>
      ['user', 'project'].flatMap((scope) => allClients[client].files(places, scope as 'user', extras)),
    )
    .find((one) => one.path === path);
  const clean = before === null || file?.remove(before) === before;
  const present = before === null ? null : Buffer.from(before, 'utf8');
  originals.remember(path, present, after, made === undefined ? { clean } : { clean, made });
};

/** A reader sees the old file or the new one. A link stays a link, and the rights stay as they were. */
const writeWhole = ({ path, secret }: FileChange, text: string, before: (made: string | undefined) => void): void => {
  const made = mkdirSync(dirname(path), { recursive: true });
  const target = existsSync(path) ? realpathSync(path) : path;
  const mode = statSync(target, { throwIfNoEntry: false })?.mode;
  before(made);
  const draft = `${target}.hone-${process.pid}`;
  const rights = secret === true ? ((mode ?? 0o600) & 0o700) | 0o600 : mode;
  writeFileSync(draft, text, rights === undefined ? {} : { mode: rights & 0o777 });
  renameSync(draft, target);
};
