import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import type { Launch, SetupScope } from '../../domain/client-setup.ts';
import type { Places } from './client-definition.ts';

/** The program that runs now, and what it was told that a client would not tell it. */
export interface OwnProgram {
  /** Its main file. */
  readonly main: string;
  /** The runtime that it runs on: the one that its native parts were built for. */
  readonly node: string;
  /** Name of its package. */
  readonly packageName: string;
  /** `--store`, `--project`, where they are not the default: clients do not pass variables on. */
  readonly pins: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The team's server, and what opens it; null: this machine has a store of its own. */
  readonly team: { readonly url: string; readonly token: string } | null;
}

/**
 * For one user: this very program by its absolute paths, which every client finds, whatever its own search path. For a
 * repository: words that hold on every machine.
 */
export const findLaunch = (places: Places, own: OwnProgram, scope: SetupScope): Launch => {
  const launch = findWords(places, own, scope);
  if (own.team === null) return launch;
  // A file of the repository is everyone's: no token goes into it.
  const { url, token } = own.team;
  return { ...launch, remote: { url: `${url}/mcp`, token: scope === 'project' ? null : token } };
};

const findWords = (places: Places, own: OwnProgram, scope: SetupScope): Launch => {
  const temporary = own.main.split(sep).includes('_npx');
  if (scope === 'user' && !temporary) {
    return { command: own.node, args: [own.main, ...own.pins], env: own.env };
  }
  const words = !temporary && onPath(places, own.main) ? ['hone'] : ['npx', '-y', own.packageName];
  const [command = '', ...args] = places.platform === 'win32' ? ['cmd', '/c', ...words] : words;
  // What holds for this person's store is no business of the repository.
  return scope === 'project' ? { command, args, env: {} } : { command, args: [...args, ...own.pins], env: own.env };
};

const onPath = ({ env, platform }: Places, main: string): boolean =>
  (env.PATH ?? '').split(delimiter).some((folder) => {
    const file = join(folder, platform === 'win32' ? 'hone.cmd' : 'hone');
    if (folder === '' || !existsSync(file)) return false;
    return platform === 'win32' || realpathSync(file) === realpathSync(main);
  });
