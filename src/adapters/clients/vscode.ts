import { join } from 'node:path';
import type { ClientDefinition, ManagedFile, Places } from './client-definition.ts';
import { copilotHooks } from './copilot-hooks.ts';
import { atPath, dropJson, readJson, setJson } from './json-edits.ts';
import { entryFor } from './remote-entry.ts';
import { commonEntry, serverFile } from './server-entry.ts';

const userFolder = ({ home, platform, env }: Places): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Code', 'User');
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Code', 'User');
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'Code', 'User');
};

const LOOSE = { loose: true };
/** VS Code asks each person once for the token of a file that everyone shares. */
const INPUT = { type: 'promptString', id: 'hone-token', description: 'Token of Hone', password: true };

const inputsOf = (text: string): readonly unknown[] => {
  const inputs = atPath(readJson(text, LOOSE), ['inputs']);
  return Array.isArray(inputs) ? inputs : [];
};
const ownInput = (text: string): number =>
  inputsOf(text).findIndex((one) => (one as { id?: unknown } | null)?.id === INPUT.id);

const servers = (path: string): ManagedFile => {
  const file = serverFile(
    path,
    'servers',
    LOOSE,
    entryFor(
      (launch) => ({ type: 'stdio', ...commonEntry(launch) }),
      ({ url }, bearer) => ({ type: 'http', url, headers: { Authorization: bearer(`\${input:${INPUT.id}}`) } }),
    ),
  );
  return {
    ...file,
    add: (text, launch) => {
      const added = file.add(text, launch);
      if (launch.remote?.token !== null || ownInput(added) >= 0) return added;
      const count = inputsOf(added).length;
      return count === 0 ? setJson(added, ['inputs'], [INPUT]) : setJson(added, ['inputs', count], INPUT);
    },
    remove: (text) => {
      const at = ownInput(text);
      return file.remove(at < 0 ? text : dropJson(text, ['inputs', at]));
    },
  };
};

export const vscode: ClientDefinition = {
  client: 'vscode',
  label: 'VS Code',
  traces: (places) => [userFolder(places)],
  command: 'code',
  files: (places, scope) => [
    servers(scope === 'user' ? join(userFolder(places), 'mcp.json') : join(places.folder, '.vscode', 'mcp.json')),
    copilotHooks(places, scope),
  ],
  notes: () => [
    'VS Code takes no text at a prompt: lessons come at the session start, after a tool call, and by the tools.',
  ],
};
