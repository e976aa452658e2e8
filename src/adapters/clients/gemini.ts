import { join } from 'node:path';
import type { Launch } from '../../domain/client-setup.ts';
import type { ClientDefinition, ManagedFile } from './client-definition.ts';
import { hookCommand } from './hook-command.ts';
import { addHooks, dropHooks, foundHooks, type HooksByEvent } from './hooks-entry.ts';
import { atPath, dropJson, isEmptyJson, readJson } from './json-edits.ts';
import { entryFor } from './remote-entry.ts';
import { addServer, commonEntry, foundServer } from './server-entry.ts';

const LOOSE = { loose: true };
const entry = entryFor(commonEntry, ({ url }, bearer) => ({
  httpUrl: url,
  headers: { Authorization: bearer('$HONE_TOKEN') },
}));
const EVENTS = ['SessionStart', 'BeforeAgent', 'AfterTool', 'AfterAgent', 'SessionEnd'];

const hooks: HooksByEvent = (launch) =>
  Object.fromEntries(
    EVENTS.map((event) => [
      event,
      { hooks: [{ type: 'command', name: 'hone', command: hookCommand(launch, 'gemini', event), timeout: 10_000 }] },
    ]),
  );

/** Servers and hooks stand in one file. */
const settings = (path: string): ManagedFile => ({
  path,
  add: (text: string | null, launch: Launch) =>
    addHooks(addServer(text, 'mcpServers', LOOSE, entry(launch)), LOOSE, hooks(launch)),
  remove: (text) => {
    const left = dropHooks(dropJson(text, ['mcpServers', 'hone']), LOOSE);
    return left !== text && isEmptyJson(left, LOOSE) ? null : left;
  },
  find: (text) => ({
    ...foundServer(atPath(readJson(text, LOOSE), ['mcpServers', 'hone'])),
    hooks: foundHooks(text, LOOSE),
  }),
});

export const gemini: ClientDefinition = {
  client: 'gemini',
  label: 'Gemini CLI',
  traces: ({ home }) => [join(home, '.gemini')],
  command: 'gemini',
  files: ({ home, folder }, scope) => [settings(join(scope === 'user' ? home : folder, '.gemini', 'settings.json'))],
  notes: (scope) =>
    scope === 'project' ? ['Gemini CLI reads .gemini/settings.json of a repository only in a trusted folder.'] : [],
};
