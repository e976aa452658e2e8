import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { claudeHooks } from '../src/adapters/clients/claude-code.ts';
import { commonEntry } from '../src/adapters/clients/server-entry.ts';
import { tools } from '../src/tools/index.ts';

const { name, version, description, license, mcpName } = JSON.parse(
  readFileSync(join(dirname(import.meta.dirname), 'package.json'), 'utf8'),
) as Record<'name' | 'version' | 'description' | 'license' | 'mcpName', string>;

/** Plugins are installed without building native code, so they call a `hone` that is on the path. */
const INSTALLED = { command: 'hone', args: [], env: {} };
const AUTHOR = { name: 'The Hone authors' };

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const sentence = (text: string): string => text.split(/(?<=\.)\s/u)[0] ?? text;

const marketplace = {
  name: 'hone',
  description: 'Hone for Claude Code: server, hooks and a skill in one step.',
  owner: AUTHOR,
  plugins: [{ name: 'hone', source: './plugin', description }],
};

const plugin = {
  name: 'hone',
  version,
  description,
  author: AUTHOR,
  license,
  keywords: ['memory', 'lessons', 'corrections', 'mcp'],
};

const registryEntry = {
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: mcpName,
  title: 'Hone',
  description: 'What a human corrected once, no agent on the team gets wrong again.',
  version,
  packages: [
    {
      registryType: 'npm',
      identifier: name,
      version,
      transport: { type: 'stdio' },
      packageArguments: [{ type: 'positional', value: 'serve' }],
      environmentVariables: [
        {
          name: 'HONE_PROJECT',
          description: 'The project, when it is not the folder’s repository.',
          isRequired: false,
        },
        { name: 'HONE_TOKEN', description: 'Your token on a shared store.', isRequired: false, isSecret: true },
      ],
    },
  ],
};

const bundle = {
  manifest_version: '0.3',
  name,
  display_name: 'Hone',
  version,
  description,
  author: AUTHOR,
  license,
  server: {
    type: 'node',
    entry_point: 'dist/main.js',
    mcp_config: {
      command: 'node',
      args: [['$', '{__dirname}/dist/main.js'].join(''), 'serve'],
      env: { HONE_PROJECT: ['$', '{user_config.project}'].join('') },
    },
  },
  tools: tools.map((tool) => ({ name: tool.name, description: sentence(tool.description) })),
  user_config: {
    project: {
      type: 'string',
      title: 'Project',
      description: 'Whose lessons are served, for example github.com/acme/app.',
      required: true,
    },
  },
  compatibility: { platforms: ['darwin', 'linux', 'win32'], runtimes: { node: '>=20.19' } },
};

/** Each event has a list. */
const hookLists = Object.fromEntries(Object.entries(claudeHooks(INSTALLED)).map(([event, entry]) => [event, [entry]]));

/** How others install Hone: their path in the repository and their text. */
export const generatedPackages = (): [path: string, text: string][] => [
  ['.claude-plugin/marketplace.json', json(marketplace)],
  ['plugin/.claude-plugin/plugin.json', json(plugin)],
  ['plugin/.mcp.json', json({ mcpServers: { hone: commonEntry(INSTALLED) } })],
  ['plugin/hooks/hooks.json', json({ hooks: hookLists })],
  ['server.json', json(registryEntry)],
  ['mcpb/manifest.json', json(bundle)],
];
