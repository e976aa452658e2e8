import { parse, patch } from '@decimalturn/toml-patch';
import type { Launch } from '../../domain/client-setup.ts';
import type { FoundEntry } from './client-definition.ts';
import { refusedFile } from './json-edits.ts';
import { entryFor } from './remote-entry.ts';
import { commonEntry, foundServer } from './server-entry.ts';

type Table = Record<string, unknown>;

const read = (text: string): Table => {
  try {
    return parse(text) as Table;
  } catch {
    throw refusedFile('it is not valid TOML');
  }
};

const serversOf = (value: Table): Table => (value.mcp_servers ?? {}) as Table;

/** Codex takes no token inside `bearer_token`, but a header of one's own, or a variable. */
const entryOf = entryFor(commonEntry, ({ url, token }, bearer) =>
  token === null ? { url, bearer_token_env_var: 'HONE_TOKEN' } : { url, http_headers: { Authorization: bearer('') } },
);

/** `[mcp_servers.hone]` in Codex's configuration, everything else as it was. */
export const addTomlServer = (text: string | null, launch: Launch): string => {
  const entry = entryOf(launch) as Table;
  const value = read(text ?? '');
  const servers = serversOf(value);
  if (JSON.stringify(servers.hone) === JSON.stringify(entry)) return text ?? '';
  const wanted = { ...value, mcp_servers: { ...servers, hone: entry } };
  if (servers.hone !== undefined) return patch(text ?? '', wanted);
  return asOwnTable(text ?? '', entry) ?? patch(text ?? '', wanted);
};

/** A table of its own at the end, as a person would write it; null where the servers stand in one line. */
const asOwnTable = (text: string, entry: Table): string | null => {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = Object.entries(entry).map(([key, value]) => `${key} = ${inline(value)}`);
  const before = text === '' ? '' : `${text}${text.endsWith('\n') ? '' : eol}${eol}`;
  const whole = `${before}${['[mcp_servers.hone]', ...lines].join(eol)}${eol}`;
  try {
    const { hone } = serversOf(parse(whole) as Table);
    return JSON.stringify(hone) === JSON.stringify(entry) ? whole : null;
  } catch {
    return null;
  }
};

/** JSON's strings and lists are TOML's too; tables are written with `=`. */
const inline = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? `{ ${Object.entries(value)
        .map(([key, inner]) => `${key} = ${JSON.stringify(inner)}`)
        .join(', ')} }`
    : JSON.stringify(value);

export const dropTomlServer = (text: string): string | null => {
  const value = read(text);
  const { hone, ...others } = serversOf(value);
  if (hone === undefined) return text;
  const { mcp_servers: _, ...rest } = value;
  const left = patch(text, Object.keys(others).length === 0 ? rest : { ...rest, mcp_servers: others });
  return left.trim() === '' ? null : left;
};

export const findTomlServer = (text: string): FoundEntry => foundServer(serversOf(read(text)).hone);
