import { join } from 'node:path';
import type { ClientDefinition } from './client-definition.ts';
import { serverFile } from './server-entry.ts';

/** The file that several clients read; servers only. */
export const mcpJson: ClientDefinition = {
  client: 'mcp-json',
  label: 'a plain .mcp.json',
  traces: () => [],
  command: null,
  files: ({ folder }) => [serverFile(join(folder, '.mcp.json'), 'mcpServers', { loose: false })],
  notes: () => ['No hooks come with it: lessons come by the tools only.'],
};
