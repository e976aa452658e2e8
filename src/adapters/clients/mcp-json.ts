import { join } from 'node:path';
import type { ClientDefinition } from './client-definition.ts';
import { entryFor, typedRemote } from './remote-entry.ts';
import { commonEntry, serverFile } from './server-entry.ts';

/** It lies in a folder that others may share, whatever the scope: no token goes into it. */
const entry = entryFor(commonEntry, ({ url }) => typedRemote({ url, token: null }, (variable) => `Bearer ${variable}`));

/** The file that several clients read; servers only. */
export const mcpJson: ClientDefinition = {
  client: 'mcp-json',
  label: 'a plain .mcp.json',
  traces: () => [],
  command: null,
  files: ({ folder }) => [serverFile(join(folder, '.mcp.json'), 'mcpServers', { loose: false }, entry)],
  notes: () => ['No hooks come with it: lessons come by the tools only.'],
};
