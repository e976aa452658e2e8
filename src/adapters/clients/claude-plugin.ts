import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManagedFile, Places } from './client-definition.ts';
import { hooksFile } from './hooks-entry.ts';
import { atPath, readJson } from './json-edits.ts';
import { serverFile } from './server-entry.ts';

const STRICT = { loose: false };
const OWN = /^hone@/u;

/** The files of Hone's plugin in Claude Code, where one is installed and switched on; `hone init` writes none of them. */
export const claudePluginFiles = (places: Places, userFolder: string): ManagedFile[] => {
  const settings = [
    join(userFolder, 'settings.json'),
    ...['settings.json', 'settings.local.json'].map((name) => join(places.folder, '.claude', name)),
  ];
  // The nearest file that says anything about it counts.
  const [plugin, on] =
    settings.flatMap((path) => Object.entries(objectAt(path, ['enabledPlugins'])).filter(isOwn)).at(-1) ?? [];
  if (plugin === undefined || on !== true) return [];
  const installed = objectAt(join(userFolder, 'plugins', 'installed_plugins.json'), ['plugins', plugin]);
  const [folder] = Object.values(installed).flatMap((one) => atPath(one, ['installPath']) ?? []);
  if (typeof folder !== 'string') return [];
  return [
    serverFile(join(folder, '.mcp.json'), 'mcpServers', STRICT),
    hooksFile(join(folder, 'hooks', 'hooks.json'), () => ({})),
  ];
};

const isOwn = ([name]: readonly [string, unknown]): boolean => OWN.test(name);

/** What stands there in a file; nothing where there is none, or none that can be read. */
const objectAt = (path: string, keys: readonly string[]): object => {
  try {
    const found = atPath(readJson(readFileSync(path, 'utf8'), STRICT), keys);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
};
