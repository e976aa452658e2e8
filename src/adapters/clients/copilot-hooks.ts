import { join } from 'node:path';
import type { SetupScope } from '../../domain/client-setup.ts';
import type { ManagedFile, Places } from './client-definition.ts';
import { hookCommand } from './hook-command.ts';
import { type HooksByEvent, hooksFile } from './hooks-entry.ts';

/** In PascalCase: only then can the prompt's hook add something. */
const EVENTS = ['SessionStart', 'UserPromptSubmit', 'PostToolUse', 'Stop', 'SessionEnd'];

const hooks: HooksByEvent = (launch) =>
  Object.fromEntries(
    EVENTS.map((event) => {
      const line = hookCommand(launch, 'copilot-cli', event);
      // PowerShell runs a quoted path only when told to.
      const powershell = line.startsWith('"') ? `& ${line}` : line;
      return [event, { type: 'command', bash: line, powershell, timeoutSec: 10 }];
    }),
  );

export const copilotFolder = ({ home, env }: Places): string => env.COPILOT_HOME || join(home, '.copilot');

/** One file for Copilot CLI and VS Code, which read the same folder. */
export const copilotHooks = (places: Places, scope: SetupScope): ManagedFile =>
  hooksFile(
    scope === 'user'
      ? join(copilotFolder(places), 'hooks', 'hone.json')
      : join(places.folder, '.github', 'hooks', 'hone.json'),
    hooks,
    { version: 1 },
  );
