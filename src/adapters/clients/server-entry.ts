import type { Launch } from '../../domain/client-setup.ts';
import type { ManagedFile } from './client-definition.ts';
import { atPath, dropJson, isEmptyJson, type JsonForm, readJson, setJson } from './json-edits.ts';

/** Most clients: `command`, `args`, and `env` where there is one. */
export const commonEntry = ({ command, args, env }: Launch): object => ({
  command,
  args: [...args, 'serve'],
  ...(Object.keys(env).length === 0 ? {} : { env }),
});

/** A JSON file with servers below one key, e.g. `mcpServers.hone`. */
export const serverFile = (
  path: string,
  key: string,
  form: JsonForm,
  entry: (launch: Launch) => object = commonEntry,
): ManagedFile => ({
  path,
  add: (text, launch) => addServer(text, key, form, entry(launch)),
  remove: (text) => {
    const left = dropJson(text, [key, 'hone']);
    return left !== text && isEmptyJson(left, form) ? null : left;
  },
});

export const addServer = (text: string | null, key: string, form: JsonForm, entry: object): string => {
  if (text === null || text.trim() === '') return `${JSON.stringify({ [key]: { hone: entry } }, null, 2)}\n`;
  const present = atPath(readJson(text, form), [key, 'hone']);
  return JSON.stringify(present) === JSON.stringify(entry) ? text : setJson(text, [key, 'hone'], entry);
};
