import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundClient } from '../../ports/machine-inspection.ts';

interface Places {
  /** Home folder of the user. */
  readonly home: string;
  /** The project's folder. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
}

/** Where each client keeps its servers. A client with none of these files is taken as not there. */
const filesByClient = ({ home, folder, platform }: Places): [client: string, files: string[]][] => {
  const settings = settingsFolder(home, platform);
  return [
    ['Claude Code', [join(folder, '.mcp.json'), join(home, '.claude.json')]],
    ['Claude Desktop', [join(settings, 'Claude', 'claude_desktop_config.json')]],
    ['Codex', [join(folder, '.codex', 'config.toml'), join(home, '.codex', 'config.toml')]],
    ['Cursor', [join(folder, '.cursor', 'mcp.json'), join(home, '.cursor', 'mcp.json')]],
    ['VS Code', [join(folder, '.vscode', 'mcp.json'), join(settings, 'Code', 'User', 'mcp.json')]],
    ['Gemini CLI', [join(folder, '.gemini', 'settings.json'), join(home, '.gemini', 'settings.json')]],
    ['opencode', [join(folder, 'opencode.json'), join(home, '.config', 'opencode', 'opencode.json')]],
  ];
};

const settingsFolder = (home: string, platform: NodeJS.Platform): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return platform === 'win32' ? join(home, 'AppData', 'Roaming') : join(home, '.config');
};

/** Clients with a configuration on this machine, and which of their files name Hone. Reads files only. */
export const findClients = async (places: Places): Promise<FoundClient[]> => {
  const found: FoundClient[] = [];
  for (const [client, candidates] of filesByClient(places)) {
    const texts = await Promise.all(candidates.map(async (file) => ({ file, text: await readText(file) })));
    const there = texts.filter((one): one is { file: string; text: string } => one.text !== null);
    if (there.length === 0) continue;
    const naming = there.filter(({ text }) => NAMES_HONE.some((form) => form.test(text)));
    found.push({ client, files: there.map(({ file }) => file), naming: naming.map(({ file }) => file) });
  }
  return found;
};

/** A server called hone in JSON or TOML, or one of any name that runs it. These files may hold comments: no parser reads them all. */
const NAMES_HONE: readonly RegExp[] = [
  /"hone(?:-memory)?"\s*:\s*\{/u,
  /^\s*\[mcp_servers\.(?:hone(?:-memory)?|"hone(?:-memory)?")\]/mu,
  /"(?:[^"\n]*[\\/])?hone(?:-memory)?(?:\.cmd)?"\s*,[^\]]*"serve"/u,
  /"command"\s*:\s*"(?:[^"\n]*[\\/])?hone(?:\.cmd)?"/u,
];

const readText = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
};
