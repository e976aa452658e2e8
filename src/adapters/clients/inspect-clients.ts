import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientReport } from '../../domain/client-report.ts';
import { SETUP_CLIENTS, SETUP_SCOPES, type SetupClient, type StartCheck } from '../../domain/client-setup.ts';
import { allClients } from './all-clients.ts';
import { checkHook } from './check-hook.ts';
import { checkRemote } from './check-remote.ts';
import { checkStart } from './check-start.ts';
import type { Command, ManagedFile, Places } from './client-definition.ts';
import { isHere } from './is-here.ts';

/** What opens the team's server; null: this machine is connected to none. */
type Team = { readonly url: string; readonly token: string } | null;

/** Every client that is used here, with what its files say of Hone; `start`: each of them is really started, or asked. */
export const inspectClients = async (places: Places, start: boolean, team: Team): Promise<ClientReport[]> => {
  const here = SETUP_CLIENTS.filter((client) => isHere(places, client) || filesOf(places, client).some(holdsHone));
  const reports: ClientReport[] = [];
  // One after the other: their times are to be those of a machine that does nothing else.
  for (const client of here) reports.push(await inspectClient(places, client, start, team));
  return reports;
};

const filesOf = (places: Places, client: SetupClient): ManagedFile[] => {
  const { files, others } = allClients[client];
  const all = [...SETUP_SCOPES.flatMap((scope) => files(places, scope, true)), ...(others?.(places) ?? [])];
  return all.filter((file, i) => all.findIndex((other) => other.path === file.path) === i);
};

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

interface Read {
  readonly path: string;
  readonly server?: Command | 'remote';
  readonly hooks: readonly string[];
  readonly why?: string;
}

const readFile = (file: ManagedFile): Read | null => {
  const text = textOf(file.path);
  if (text === null || text.trim() === '') return null;
  try {
    const { server, hooks = [] } = file.find(text);
    return { path: file.path, hooks, ...(server === undefined ? {} : { server }) };
  } catch (error) {
    return { path: file.path, hooks: [], why: (error as Error).message };
  }
};

const holdsHone = (file: ManagedFile): boolean => {
  const read = readFile(file);
  return read?.server !== undefined || (read?.hooks.length ?? 0) > 0;
};

const inspectClient = async (
  places: Places,
  client: SetupClient,
  start: boolean,
  team: Team,
): Promise<ClientReport> => {
  const { label, command } = allClients[client];
  const reads = filesOf(places, client).flatMap((file) => readFile(file) ?? []);
  const servers: ClientReport['servers'][number][] = [];
  const hooks: ClientReport['hooks'][number][] = [];
  for (const { path, server, hooks: lines } of reads) {
    if (server !== undefined) servers.push({ path, start: start ? await startServer(places, server, team) : null });
    if (lines.length > 0) {
      hooks.push({ path, events: lines.length, start: start ? await checkHooks(lines, places) : null });
    }
  }
  return {
    client,
    label,
    version: start && command !== null ? await versionOf(places, command) : null,
    servers,
    hooks,
    broken: reads.flatMap(({ path, why }) => (why === undefined ? [] : [{ path, why }])),
    trusted: client !== 'codex' || hooks.length === 0 || trustsHooks(places),
  };
};

const startServer = async (places: Places, server: Command | 'remote', team: Team): Promise<StartCheck | null> => {
  if (server !== 'remote') return checkStart(server, places);
  return team === null ? null : checkRemote({ url: `${team.url}/mcp`, token: team.token });
};

/** Runs one line of each program that the lines name: those of one program differ in the event alone. The first failure counts. */
const checkHooks = async (lines: readonly string[], places: Places): Promise<StartCheck> => {
  const programs = new Map(lines.map((line) => [line.replace(/\s+\S+$/u, ''), line]));
  let check: StartCheck = { ok: false, detail: 'it names no program', ms: null };
  for (const line of programs.values()) {
    check = await checkHook(line, places);
    if (!check.ok) break;
  }
  return check;
};

/** Codex notes in its own file which hooks a person looked at. */
const trustsHooks = ({ home, env }: Places): boolean =>
  /trusted_hash/u.test(textOf(join(env.CODEX_HOME || join(home, '.codex'), 'config.toml')) ?? '');

const VERSION_MS = 5_000;

const versionOf = (places: Places, command: string): Promise<string | null> =>
  new Promise((resolve) => {
    execFile(command, ['--version'], { env: places.env, timeout: VERSION_MS }, (_, stdout) =>
      resolve(/\d+\.\d+[\w.-]*/u.exec(stdout)?.[0] ?? null),
    );
  });
