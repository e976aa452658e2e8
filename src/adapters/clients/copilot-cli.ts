import { join } from 'node:path';
import type { ClientDefinition } from './client-definition.ts';
import { copilotFolder, copilotHooks } from './copilot-hooks.ts';
import { entryFor, typedRemote } from './remote-entry.ts';
import { commonEntry, serverFile } from './server-entry.ts';

const STRICT = { loose: false };

export const copilotCli: ClientDefinition = {
  client: 'copilot-cli',
  label: 'Copilot CLI',
  traces: (places) => [copilotFolder(places)],
  command: 'copilot',
  files: (places, scope) => [
    scope === 'user'
      ? serverFile(
          join(copilotFolder(places), 'mcp-config.json'),
          'mcpServers',
          STRICT,
          entryFor(
            (launch) => ({ type: 'local', ...commonEntry(launch), tools: ['*'] }),
            (server, bearer) => ({ ...typedRemote(server, bearer), tools: ['*'] }),
          ),
        )
      : serverFile(join(places.folder, '.mcp.json'), 'mcpServers', STRICT, entryFor(commonEntry, typedRemote)),
    copilotHooks(places, scope),
  ],
  notes: () => [],
};
