import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { findClients } from './adapters/clients/found-clients.ts';
import { modelDamage } from './adapters/embedding/model-files.ts';
import type { Config } from './config.ts';
import type { MachineInspection } from './ports/machine-inspection.ts';
import { keptCallsOf } from './standby.ts';

/**
 * Plugs in what `hone doctor` sees of the machine. Apart from `compose.ts`, so that it still works where the store's driver
 * cannot even be loaded.
 */
export const inspectMachine = (config: Config, folder: string): MachineInspection => ({
  nodeVersion: process.versions.node,
  nodeVersionWanted: wantedNode(),
  modelDamage: async () => modelDamage(config.modelFolder),
  keptCalls: () => keptCallsOf(config).counts(),
  clients: () => findClients({ home: homedir(), folder, platform: process.platform }),
});

const wantedNode = (): string => {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    engines: { node: string };
  };
  return engines.node.replace(/^>=/u, '');
};
