import type { Launch } from '../../domain/client-setup.ts';
import type { FoundEntry, ManagedFile } from './client-definition.ts';
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
  find: (text) => foundServer(atPath(readJson(text, form), [key, 'hone'])),
});

/** A server's entry as any client writes it: `command` and `args`, or one list of both. */
export const foundServer = (entry: unknown): FoundEntry => {
  if (typeof entry !== 'object' || entry === null) return {};
  const { command, args, env, environment } = entry as Record<string, unknown>;
  const words = [command, args].flat().filter((word): word is string => typeof word === 'string');
  const [first, ...rest] = words;
  if (first === undefined) return { server: 'remote' };
  return { server: { command: first, args: rest, env: textsOf(env ?? environment) } };
};

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

export const addServer = (text: string | null, key: string, form: JsonForm, entry: object): string => {
  if (text === null || text.trim() === '') return `${JSON.stringify({ [key]: { hone: entry } }, null, 2)}\n`;
  const present = atPath(readJson(text, form), [key, 'hone']);
  return JSON.stringify(present) === JSON.stringify(entry) ? text : setJson(text, [key, 'hone'], entry);
};
