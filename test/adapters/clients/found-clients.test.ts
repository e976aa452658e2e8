import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findClients } from '../../../src/adapters/clients/found-clients.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const place = (files: Record<string, string>) => {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return { home: join(root, 'home'), folder: join(root, 'app'), platform: 'linux' as const };
};

const namedIn = async (file: string, text: string): Promise<boolean> => {
  const found = await findClients(place({ [file]: text }));
  expect(found).toHaveLength(1);
  return (found[0]?.naming.length ?? 0) > 0;
};

describe('findClients', () => {
  it('finds nobody where there is nothing', async () => {
    expect(await findClients(place({}))).toEqual([]);
  });

  it.each([
    ['app/.mcp.json', '{"mcpServers":{"hone":{"command":"npx","args":["-y","hone-memory","serve"]}}}'],
    [
      'home/.claude.json',
      '{"projects":{"/app":{"mcpServers":{"memory":{"command":"/usr/bin/hone","args":["serve"]}}}}}',
    ],
    ['home/.codex/config.toml', '[mcp_servers.hone]\ncommand = "hone"\nargs = ["serve"]\n'],
    ['app/.cursor/mcp.json', '{"mcpServers":{"team":{"command":"node","args":["/opt/bin/hone","serve"]}}}'],
    ['app/.vscode/mcp.json', '{ // ours\n "servers": {"hone": {"type":"http","url":"http://127.0.0.1:4663/mcp"},}}'],
    ['home/.config/Code/User/mcp.json', '{"servers":{"hone":{"command":"hone"}}}'],
    ['home/.gemini/settings.json', '{"mcpServers":{"hone":{"httpUrl":"http://127.0.0.1:4663/mcp"}}}'],
    ['app/opencode.json', '{"mcp":{"hone":{"type":"local","command":["hone","serve"]}}}'],
    ['home/.config/Claude/claude_desktop_config.json', '{"mcpServers":{"hone":{"command":"hone"}}}'],
  ])('sees Hone in %s', async (file, text) => {
    expect(await namedIn(file, text)).toBe(true);
  });

  it.each([
    ['app/.mcp.json', '{"mcpServers":{"phone":{"command":"phone","args":["serve"]}}}'],
    ['home/.codex/config.toml', '# [mcp_servers.hone]\n[mcp_servers.other]\ncommand = "x"\n'],
    ['app/opencode.json', 'not json at all'],
  ])('sees nothing of Hone in %s that holds other things', async (file, text) => {
    expect(await namedIn(file, text)).toBe(false);
  });

  it('says which of its files name Hone', async () => {
    const places = place({
      'home/.claude.json': '{}',
      'app/.mcp.json': '{"mcpServers":{"hone":{"command":"hone"}}}',
    });
    expect(await findClients(places)).toEqual([
      {
        client: 'Claude Code',
        files: [join(places.folder, '.mcp.json'), join(places.home, '.claude.json')],
        naming: [join(places.folder, '.mcp.json')],
      },
    ]);
  });
});
