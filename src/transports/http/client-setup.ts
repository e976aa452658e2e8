export interface ClientSetup {
  readonly client: string;
  readonly file: string;
  readonly text: string;
}

const json = (value: object): string => JSON.stringify(value, null, 2);

/** How each client is told of this server. The token itself is not in it: clients read it from HONE_TOKEN, or ask. */
export const clientSetups = (url: string): readonly ClientSetup[] => [
  {
    client: 'Claude Code',
    file: '.mcp.json',
    text: json({ mcpServers: { hone: { type: 'http', url, headers: { Authorization: `Bearer \${HONE_TOKEN}` } } } }),
  },
  {
    client: 'Cursor',
    file: '.cursor/mcp.json',
    text: json({ mcpServers: { hone: { url, headers: { Authorization: `Bearer \${env:HONE_TOKEN}` } } } }),
  },
  {
    client: 'VS Code',
    file: '.vscode/mcp.json',
    text: json({
      inputs: [{ type: 'promptString', id: 'hone-token', description: 'Token of Hone', password: true }],
      servers: { hone: { type: 'http', url, headers: { Authorization: `Bearer \${input:hone-token}` } } },
    }),
  },
  {
    client: 'Codex',
    file: '~/.codex/config.toml',
    text: `[mcp_servers.hone]\nurl = ${JSON.stringify(url)}\nbearer_token_env_var = "HONE_TOKEN"`,
  },
];
