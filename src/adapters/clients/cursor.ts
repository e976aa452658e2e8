import { join } from 'node:path';
import type { ClientDefinition } from './client-definition.ts';
import { hookCommand } from './hook-command.ts';
import { type HooksByEvent, hooksFile } from './hooks-entry.ts';
import { entryFor } from './remote-entry.ts';
import { commonEntry, serverFile } from './server-entry.ts';

const EVENTS = [
  'sessionStart',
  'beforeSubmitPrompt',
  'postToolUse',
  'postToolUseFailure',
  'afterFileEdit',
  'afterAgentResponse',
  'stop',
  'sessionEnd',
];

const hooks: HooksByEvent = (launch) =>
  Object.fromEntries(EVENTS.map((event) => [event, { command: hookCommand(launch, 'cursor', event), timeout: 10 }]));

export const cursor: ClientDefinition = {
  client: 'cursor',
  label: 'Cursor',
  traces: ({ home }) => [join(home, '.cursor')],
  command: 'cursor',
  files: ({ home, folder }, scope) => {
    const at = join(scope === 'user' ? home : folder, '.cursor');
    return [
      serverFile(
        join(at, 'mcp.json'),
        'mcpServers',
        { loose: false },
        entryFor(commonEntry, ({ url }, bearer) => ({ url, headers: { Authorization: bearer(`\${env:HONE_TOKEN}`) } })),
      ),
      hooksFile(join(at, 'hooks.json'), hooks, { version: 1 }),
    ];
  },
  notes: () => ['Switch the server on in Cursor once: Settings, Tools & MCP.'],
};
