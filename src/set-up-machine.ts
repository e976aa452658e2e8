import { homedir } from 'node:os';
import { openClientSetups } from './adapters/clients/open-client-setups.ts';
import { readTeam } from './adapters/team/team-file.ts';
import type { Config } from './config.ts';
import type { ClientSetups } from './ports/client-setups.ts';

export interface SetUpFacts {
  readonly folder: string;
  readonly main: string;
  readonly packageName: string;
  readonly flags: { readonly store?: string | undefined; readonly project?: string | undefined };
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Plugs in what `hone init` works with. What was said in variables is written down: clients do not pass them on. */
export const setUpMachine = (
  config: Config,
  { folder, main, packageName, flags, environment }: SetUpFacts,
): ClientSetups => {
  const named = flags.store !== undefined || !!environment.HONE_STORE;
  const team = named ? null : readTeam(config.home);
  const moved = flags.store !== undefined || [environment.HONE_STORE, environment.HONE_HOME].some((value) => !!value);
  const project = flags.project ?? (environment.HONE_PROJECT || undefined);
  return openClientSetups(
    { home: homedir(), folder, platform: process.platform, ownFolder: config.home, env: environment },
    {
      main,
      node: process.execPath,
      packageName,
      pins: [
        ...(moved && team === null ? ['--store', config.store.path] : []),
        ...(moved && team !== null ? ['--home', config.home] : []),
        ...(project === undefined ? [] : ['--project', project]),
      ],
      team,
      env: environment.HONE_USER ? { HONE_USER: environment.HONE_USER } : {},
    },
  );
};
