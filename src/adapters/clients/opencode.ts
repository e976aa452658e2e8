import { join } from 'node:path';
import type { Launch, SetupScope } from '../../domain/client-setup.ts';
import type { ClientDefinition, ManagedFile, Places } from './client-definition.ts';
import { atPath, dropJson, isEmptyJson, readJson, setJson } from './json-edits.ts';
import { opencodeInstructions } from './opencode-instructions.ts';
import { opencodePlugin } from './opencode-plugin.ts';
import { entryFor } from './remote-entry.ts';
import { addServer, foundServer } from './server-entry.ts';

const LOOSE = { loose: true };

const configFolder = ({ home, env }: Places): string => join(env.XDG_CONFIG_HOME || join(home, '.config'), 'opencode');

const instructionsAt = (places: Places, scope: SetupScope): { file: string; named: string } =>
  scope === 'user'
    ? { file: join(places.ownFolder, 'opencode.md'), named: join(places.ownFolder, 'opencode.md') }
    : { file: join(places.folder, '.opencode', 'hone.md'), named: '.opencode/hone.md' };

const entry = entryFor(
  ({ command, args, env }) => ({
    type: 'local',
    command: [command, ...args, 'serve'],
    enabled: true,
    ...(Object.keys(env).length === 0 ? {} : { environment: env }),
  }),
  ({ url }, bearer) => ({ type: 'remote', url, enabled: true, headers: { Authorization: bearer('{env:HONE_TOKEN}') } }),
);

const config = (path: string, instructions: string): ManagedFile => ({
  path,
  add: (text, launch) => {
    const withServer = addServer(text, 'mcp', LOOSE, entry(launch));
    const list = atPath(readJson(withServer, LOOSE), ['instructions']);
    if (!Array.isArray(list)) return setJson(withServer, ['instructions'], [instructions]);
    return list.includes(instructions) ? withServer : setJson(withServer, ['instructions', list.length], instructions);
  },
  remove: (text) => {
    const left = dropJson(text, ['mcp', 'hone']);
    const list = atPath(readJson(left, LOOSE), ['instructions']);
    const at = Array.isArray(list) ? list.indexOf(instructions) : -1;
    if (!Array.isArray(list) || at < 0) return left;
    const rest = dropJson(left, ['instructions', at]);
    return isEmptyJson(rest, LOOSE) ? null : rest;
  },
  find: (text) => foundServer(atPath(readJson(text, LOOSE), ['mcp', 'hone'])),
});

/** A file that is Hone's alone. */
const whole = (path: string, text: (launch: Launch) => string): ManagedFile => ({
  path,
  add: (_, launch) => text(launch),
  remove: () => null,
  find: () => ({}),
});

export const opencode: ClientDefinition = {
  client: 'opencode',
  label: 'opencode',
  traces: (places) => [configFolder(places)],
  command: 'opencode',
  files: (places, scope, extras) => {
    const { file, named } = instructionsAt(places, scope);
    const folder = scope === 'user' ? configFolder(places) : places.folder;
    const plugins = scope === 'user' ? folder : join(places.folder, '.opencode');
    return [
      config(join(folder, 'opencode.json'), named),
      whole(file, () => opencodeInstructions),
      ...(extras ? [whole(join(plugins, 'plugins', 'hone.js'), opencodePlugin)] : []),
    ];
  },
  notes: (_, extras) =>
    extras
      ? ['With a plugin, opencode waits at its first start for a package that it installs itself.']
      : [
          'Lessons come by the tools, as the instructions say. `hone init --client opencode --with-plugin` adds them to prompts too.',
        ],
};
