import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { inspectClients } from './adapters/clients/inspect-clients.ts';
import { modelDamage } from './adapters/embedding/model-files.ts';
import { hookTraces } from './adapters/spool/hook-traces.ts';
import { spoolFolder } from './adapters/spool/places.ts';
import { readTeam } from './adapters/team/team-file.ts';
import type { Config } from './config.ts';
import type { MachineInspection } from './ports/machine-inspection.ts';
import { keptCallsOf } from './standby.ts';

/**
 * Plugs in what `hone doctor` sees of the machine. Apart from `compose.ts`, so that it still works where the store's driver
 * cannot even be loaded.
 */
export const inspectMachine = (
  config: Config,
  /** `start`: clients' servers and hooks are really started. */
  { folder, environment, start }: { folder: string; environment: NodeJS.ProcessEnv; start: boolean },
): MachineInspection => ({
  nodeVersion: process.versions.node,
  nodeVersionWanted: wantedNode(),
  modelDamage: async () => modelDamage(config.modelFolder),
  keptCalls: () => keptCallsOf(config).counts(),
  clients: () =>
    inspectClients(
      { home: homedir(), folder, platform: process.platform, ownFolder: config.home, env: environment },
      start,
      readTeam(config.home),
    ),
  hookTraces: async () => hookTraces(spoolFolder(config.store.path)),
});

const wantedNode = (): string => {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    engines: { node: string };
  };
  return engines.node.replace(/^>=/u, '');
};
