import { join } from 'node:path';
import type { ClientDefinition, Places } from './client-definition.ts';
import { copilotHooks } from './copilot-hooks.ts';
import { commonEntry, serverFile } from './server-entry.ts';

const userFolder = ({ home, platform, env }: Places): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Code', 'User');
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Code', 'User');
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'Code', 'User');
};

export const vscode: ClientDefinition = {
  client: 'vscode',
  label: 'VS Code',
  traces: (places) => [userFolder(places)],
  command: 'code',
  files: (places, scope) => [
    serverFile(
      scope === 'user' ? join(userFolder(places), 'mcp.json') : join(places.folder, '.vscode', 'mcp.json'),
      'servers',
      { loose: true },
      (launch) => ({ type: 'stdio', ...commonEntry(launch) }),
    ),
    copilotHooks(places, scope),
  ],
  notes: () => [
    'VS Code takes no text at a prompt: lessons come at the session start, after a tool call, and by the tools.',
  ],
};
