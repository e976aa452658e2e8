import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SetupClient } from '../../src/domain/client-setup.ts';

/** A client from the package registry: how it is pointed at the scripted model, and how it is given one prompt. */
export interface RealClient {
  readonly client: SetupClient;
  readonly packageName: string;
  /** The version that the checks were written against; `--newest` takes what the registry has. */
  readonly version: string;
  readonly command: string;
  readonly args: (prompt: string) => string[];
  readonly env: (port: number) => Record<string, string>;
  /** Before `hone init`: what a person would have configured. */
  readonly prepare: (home: string, port: number) => void;
  /** Whether text of a hook reaches the model. */
  readonly speaks: boolean;
  /** How the client itself is asked whether it reaches the server, and what it then says; absent: it does not look. */
  readonly health?: { readonly args: readonly string[]; readonly says: RegExp };
  /** What a person types to get Hone's prompt `teach`, where the client takes it without a terminal. */
  readonly slash?: string;
  /** Commands that set Hone up in the place of `hone init`. */
  readonly setUp?: (root: string) => readonly (readonly string[])[];
  /** Shown, where it is more than the client's name. */
  readonly title?: string;
}

const write = (path: string, text: string): void => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
};

const claudeCode: RealClient = {
  client: 'claude-code',
  packageName: '@anthropic-ai/claude-code',
  version: '2.1.330',
  command: 'claude',
  args: (prompt) => ['-p', prompt, '--permission-mode', 'bypassPermissions'],
  env: (port) => ({
    ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`,
    ANTHROPIC_API_KEY: 'sk-scripted',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
    IS_SANDBOX: '1',
  }),
  prepare: (home) => write(join(home, '.claude.json'), '{"hasCompletedOnboarding": true}'),
  speaks: true,
  health: { args: ['mcp', 'list'], says: /hone.*Connected/u },
  slash: '/mcp__hone__teach',
};

/** Server, hooks and a skill as the marketplace of this repository gives them; they call the `hone` on the path. */
const claudeCodePlugin: RealClient = {
  ...claudeCode,
  title: 'claude-code, by the plugin',
  slash: '/mcp__plugin_hone_hone__teach',
  setUp: (root) => [
    ['plugin', 'validate', join(root, 'plugin'), '--strict'],
    ['plugin', 'validate', root, '--strict'],
    ['plugin', 'marketplace', 'add', root],
    ['plugin', 'install', 'hone@hone'],
  ],
};

export const realClients: readonly RealClient[] = [
  claudeCode,
  claudeCodePlugin,
  {
    client: 'codex',
    packageName: '@openai/codex',
    version: '0.169.0',
    command: 'codex',
    // A person trusts the hooks once with /hooks; without one there is a flag.
    args: (prompt) => [
      'exec',
      '--skip-git-repo-check',
      '--dangerously-bypass-approvals-and-sandbox',
      '--dangerously-bypass-hook-trust',
      prompt,
    ],
    env: () => ({ SCRIPTED_KEY: 'sk-scripted' }),
    prepare: (home, port) =>
      write(
        join(home, '.codex/config.toml'),
        [
          'model = "scripted"',
          'model_provider = "scripted"',
          '',
          '[model_providers.scripted]',
          'name = "scripted"',
          `base_url = "http://127.0.0.1:${port}/v1"`,
          'env_key = "SCRIPTED_KEY"',
          'wire_api = "responses"',
          '',
        ].join('\n'),
      ),
    speaks: true,
  },
  {
    client: 'gemini',
    packageName: '@google/gemini-cli',
    version: '0.61.0',
    command: 'gemini',
    args: (prompt) => ['-p', prompt, '--yolo', '-m', 'gemini-2.5-flash'],
    env: (port) => ({
      GEMINI_API_KEY: 'scripted',
      GOOGLE_GEMINI_BASE_URL: `http://127.0.0.1:${port}`,
      GEMINI_CLI_TRUST_WORKSPACE: 'true',
    }),
    prepare: (home) =>
      write(
        join(home, '.gemini/settings.json'),
        '{\n  "security": { "auth": { "selectedType": "gemini-api-key" } },\n  "privacy": { "usageStatisticsEnabled": false }\n}\n',
      ),
    speaks: true,
    health: { args: ['mcp', 'list'], says: /✓ hone.*Connected/u },
  },
  {
    client: 'opencode',
    packageName: 'opencode-ai',
    version: '1.18.33',
    command: 'opencode',
    args: (prompt) => ['run', '-m', 'scripted/scripted', prompt],
    env: () => ({ OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1' }),
    prepare: (home, port) =>
      write(
        join(home, '.config/opencode/opencode.json'),
        JSON.stringify(
          {
            provider: {
              scripted: {
                npm: '@ai-sdk/openai-compatible',
                options: { baseURL: `http://127.0.0.1:${port}/v1`, apiKey: 'x' },
                models: { scripted: { name: 'scripted', tool_call: true } },
              },
            },
          },
          null,
          2,
        ),
      ),
    // Without the plugin its hooks do not run: the tools carry it.
    speaks: false,
    health: { args: ['mcp', 'list'], says: /✓ hone.*connected/u },
  },
  {
    client: 'copilot-cli',
    packageName: '@github/copilot',
    version: '1.0.102',
    command: 'copilot',
    args: (prompt) => ['-p', prompt, '--allow-all-tools', '--no-auto-update'],
    env: (port) => ({
      COPILOT_PROVIDER_TYPE: 'openai',
      COPILOT_PROVIDER_BASE_URL: `http://127.0.0.1:${port}/v1`,
      COPILOT_PROVIDER_API_KEY: 'x',
      COPILOT_MODEL: 'scripted',
      COPILOT_OFFLINE: 'true',
      COPILOT_ALLOW_ALL: 'true',
    }),
    prepare: (home) => mkdirSync(join(home, '.copilot'), { recursive: true }),
    speaks: true,
  },
];
