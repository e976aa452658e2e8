import { join } from 'node:path';
import { claudePluginFiles } from './claude-plugin.ts';
import type { ClientDefinition, Places } from './client-definition.ts';
import { hookCommand } from './hook-command.ts';
import { type HooksByEvent, hooksFile } from './hooks-entry.ts';
import { entryFor, typedRemote } from './remote-entry.ts';
import { commonEntry, serverFile } from './server-entry.ts';

const STRICT = { loose: false };
const entry = entryFor(commonEntry, typedRemote);

/** What the events are called, which tools they are for, and in which seconds they end. */
const EVENTS: Readonly<Record<string, { matcher?: string; timeout: number; async?: true }>> = {
  SessionStart: { timeout: 10 },
  UserPromptSubmit: { timeout: 10 },
  // Noted only, so nothing waits for it.
  PostToolUse: { matcher: 'Bash|Edit|MultiEdit|Write|NotebookEdit|mcp__.*hone.*', timeout: 10, async: true },
  PostToolUseFailure: { matcher: 'Bash|Edit|MultiEdit|Write', timeout: 10 },
  PermissionDenied: { timeout: 10 },
  Stop: { timeout: 10 },
  SessionEnd: { timeout: 10 },
};

export const claudeHooks: HooksByEvent = (launch) =>
  Object.fromEntries(
    Object.entries(EVENTS).map(([event, { matcher, ...rest }]) => [
      event,
      {
        ...(matcher === undefined ? {} : { matcher }),
        hooks: [{ type: 'command', command: hookCommand(launch, 'claude-code', event), ...rest }],
      },
    ]),
  );

const userFolder = ({ home, env }: Places): string => env.CLAUDE_CONFIG_DIR || join(home, '.claude');
const userServers = ({ home, env }: Places): string => join(env.CLAUDE_CONFIG_DIR || home, '.claude.json');

export const claudeCode: ClientDefinition = {
  client: 'claude-code',
  label: 'Claude Code',
  traces: (places) => [userServers(places), userFolder(places)],
  command: 'claude',
  files: (places, scope) =>
    scope === 'user'
      ? [
          serverFile(userServers(places), 'mcpServers', STRICT, entry),
          hooksFile(join(userFolder(places), 'settings.json'), claudeHooks),
        ]
      : [
          serverFile(join(places.folder, '.mcp.json'), 'mcpServers', STRICT, entry),
          hooksFile(join(places.folder, '.claude', 'settings.json'), claudeHooks),
        ],
  others: (places) => claudePluginFiles(places, userFolder(places)),
  notes: (scope) =>
    scope === 'project'
      ? ['Each person approves the server of .mcp.json once, when Claude Code asks at its next start.']
      : [],
};
