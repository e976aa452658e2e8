import { join } from 'node:path';
import type { ClientDefinition } from './client-definition.ts';
import { copilotFolder, copilotHooks } from './copilot-hooks.ts';
import { commonEntry, serverFile } from './server-entry.ts';

const STRICT = { loose: false };

export const copilotCli: ClientDefinition = {
  client: 'copilot-cli',
  label: 'Copilot CLI',
  traces: (places) => [copilotFolder(places)],
  command: 'copilot',
  files: (places, scope) => [
    scope === 'user'
      ? serverFile(join(copilotFolder(places), 'mcp-config.json'), 'mcpServers', STRICT, (launch) => ({
          type: 'local',
          ...commonEntry(launch),
          tools: ['*'],
        }))
      : serverFile(join(places.folder, '.mcp.json'), 'mcpServers', STRICT),
    copilotHooks(places, scope),
  ],
  notes: () => [],
};
