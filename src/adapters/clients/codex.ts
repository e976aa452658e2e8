import { join } from 'node:path';
import type { ClientDefinition, Places } from './client-definition.ts';
import { hookCommand } from './hook-command.ts';
import { type HooksByEvent, hooksFile } from './hooks-entry.ts';
import { addTomlServer, dropTomlServer, findTomlServer } from './toml-server.ts';

const EVENTS = ['SessionStart', 'UserPromptSubmit', 'PostToolUse', 'Stop', 'SessionEnd'];

const hooks: HooksByEvent = (launch) =>
  Object.fromEntries(
    EVENTS.map((event) => [
      event,
      {
        hooks: [
          { type: 'command', command: hookCommand(launch, 'codex', event), timeout: event === 'SessionEnd' ? 3 : 10 },
        ],
      },
    ]),
  );

const folderOf = ({ home, folder, env }: Places, scope: 'user' | 'project'): string =>
  scope === 'user' ? env.CODEX_HOME || join(home, '.codex') : join(folder, '.codex');

export const codex: ClientDefinition = {
  client: 'codex',
  label: 'Codex',
  traces: (places) => [folderOf(places, 'user')],
  command: 'codex',
  files: (places, scope) => {
    const folder = folderOf(places, scope);
    return [
      { path: join(folder, 'config.toml'), add: addTomlServer, remove: dropTomlServer, find: findTomlServer },
      hooksFile(join(folder, 'hooks.json'), hooks),
    ];
  },
  notes: (scope) => [
    'Codex runs no hook before you trust it: type /hooks in Codex and trust those of Hone.',
    ...(scope === 'project'
      ? ['Codex reads the .codex folder of a repository only once you trust the repository.']
      : []),
  ],
};
