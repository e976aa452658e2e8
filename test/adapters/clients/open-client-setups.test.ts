import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse as parseToml } from '@decimalturn/toml-patch';
import { parse as parseJson } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { openClientSetups } from '../../../src/adapters/clients/open-client-setups.ts';
import { SETUP_CLIENTS, SETUP_SCOPES, type SetupClient, type SetupScope } from '../../../src/domain/client-setup.ts';
import type { ClientSetups } from '../../../src/ports/client-setups.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TEAM = { url: 'https://hone.example.com', token: 'hone_a-token-of-the-test' };

const machine = (team: typeof TEAM | null = null) => {
  const home = temporaryFolder();
  const folder = join(home, 'app');
  mkdirSync(folder);
  const setups = openClientSetups(
    { home, folder, platform: 'linux', ownFolder: join(home, 'own'), env: { PATH: join(home, 'bin') } },
    {
      main: '/opt/hone tools/main.js',
      node: '/usr/bin/node',
      packageName: 'hone-memory',
      pins: ['--store', '/data/hone.db'],
      env: {},
      team,
    },
  );
  return { home, folder, setups };
};

const request = (client: SetupClient, scope: SetupScope) => ({ client, scope, extras: true });

const install = async (setups: ClientSetups, client: SetupClient, scope: SetupScope): Promise<string[]> => {
  const plan = await setups.plan(request(client, scope), await setups.launch(scope));
  expect(plan.refused).toEqual([]);
  for (const change of plan.files.filter(({ before, after }) => before !== after)) await setups.write(change, false);
  return plan.files.filter(({ before, after }) => before !== after).map(({ path }) => path);
};

const uninstall = async (setups: ClientSetups, client: SetupClient, scope: SetupScope): Promise<void> => {
  const plan = await setups.planRemoval(request(client, scope));
  for (const change of plan.files.filter(({ before, after }) => before !== after)) await setups.write(change, true);
};

const filesBelow = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('own') && statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/** What somebody already had: other servers, other hooks, comments where the client reads them. */
const present = (path: string): string => {
  if (path.endsWith('.toml')) return '# mine\nmodel = "x" # the big one\n\n[mcp_servers.other]\ncommand = "y"';
  if (/hooks\.json$|hone\.json$/u.test(path)) {
    return '{"version": 1, "hooks": {"Stop": [{"hooks": [{"type": "command", "command": "say done"}]}]}}';
  }
  const key = /\.vscode|Code/u.test(path) ? 'servers' : path.includes('opencode') ? 'mcp' : 'mcpServers';
  const note = /\.gemini|opencode|\.vscode|Code/u.test(path) ? '// mine\n' : '';
  return `${note}{\n\t"${key}": { "other": { "command": "y" } },\n\t"theme": "dark"\n}`;
};

const shared = (path: string): boolean => !/hone\.md$|opencode\.md$|plugins/u.test(path);

/** Everything of the second is in the first; lists may have grown at their end. */
const keepsAll = (now: unknown, before: unknown): void => {
  if (typeof before !== 'object' || before === null) expect(now).toEqual(before);
  else for (const [key, value] of Object.entries(before)) keepsAll((now as Record<string, unknown>)[key], value);
};

describe.each(SETUP_CLIENTS)('setting up %s', (client) => {
  it.each(SETUP_SCOPES)(
    'writes a file that the client can read, and takes it away without a trace (%s)',
    async (scope) => {
      const { home, setups } = machine();
      const before = filesBelow(home);
      const written = await install(setups, client, scope);
      expect(written.length).toBeGreaterThan(0);
      for (const path of written.filter((one) => one.endsWith('.json')))
        expect(JSON.parse(readFileSync(path, 'utf8'))).toBeTypeOf('object');
      const texts = written.map((path) => readFileSync(path, 'utf8')).join('\n');
      expect(texts).toContain('serve');
      if (scope === 'user') expect(texts).toContain('/data/hone.db');
      else expect(texts).not.toMatch(/\/opt\/hone tools|\/data/u);
      expect(await install(setups, client, scope), 'a second time changes nothing').toEqual([]);
      await uninstall(setups, client, scope);
      expect(filesBelow(home)).toEqual(before);
      expect(readdirSync(home).sort()).toEqual(['app', 'own']);
    },
  );

  it.each(SETUP_SCOPES)(
    'keeps what others have in the files, and gives them back byte for byte (%s)',
    async (scope) => {
      const { home, setups } = machine();
      const plan = await setups.plan(request(client, scope), await setups.launch(scope));
      for (const { path } of plan.files.filter((one) => shared(one.path))) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, present(path));
      }
      const before = filesBelow(home);
      for (const path of (await install(setups, client, scope)).filter(shared)) {
        const text = readFileSync(path, 'utf8');
        expect(text).toMatch(/other|say done/u);
        if (present(path).includes('mine')) expect(text).toContain('mine');
        if (path.endsWith('.toml'))
          expect(parseToml(text)).toMatchObject({ model: 'x', mcp_servers: { other: { command: 'y' } } });
        else keepsAll(parseJson(text), parseJson(present(path)));
      }
      await uninstall(setups, client, scope);
      expect(filesBelow(home)).toEqual(before);
    },
  );

  it('takes out only what is its own when somebody changed the files since', async () => {
    const { setups } = machine();
    for (const path of (await install(setups, client, 'user')).filter(shared)) {
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, path.endsWith('.toml') ? `model = "z"\n${text}` : text.replace('{', '{\n  "mine": true,'));
    }
    const plan = await setups.planRemoval(request(client, 'user'));
    await uninstall(setups, client, 'user');
    for (const { path } of plan.files.filter((one) => shared(one.path))) {
      const text = readFileSync(path, 'utf8');
      expect(text).not.toMatch(/hone/u);
      expect(text).toMatch(/mine|"z"/u);
    }
  });
});

describe('client files that cannot be read', () => {
  it('are named and left alone', async () => {
    const { home, setups } = machine();
    const broken: [SetupClient, string, string | Buffer][] = [
      ['cursor', '.cursor/mcp.json', '{ "mcpServers": '],
      ['cursor', '.cursor/hooks.json', '{ "hooks": [] }'],
      ['codex', '.codex/config.toml', 'model = '],
      ['gemini', '.gemini/settings.json', '[]'],
      ['claude-code', '.claude.json', Buffer.from([0x7b, 0xff, 0x7d])],
      ['claude-code', '.claude/settings.json', '{"hooks": {"Stop": "mine"}}'],
    ];
    for (const [, path, content] of broken) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), content);
    }
    const before = filesBelow(home);
    for (const [client, path] of broken) {
      const plan = await setups.plan(request(client, 'user'), await setups.launch('user'));
      expect(plan.refused.map((one) => one.path)).toContain(join(home, path));
    }
    expect(filesBelow(home)).toEqual(before);
  });

  it('are not overwritten when they change between the plan and the write', async () => {
    const { home, setups } = machine();
    const plan = await setups.plan(request('cursor', 'user'), await setups.launch('user'));
    mkdirSync(join(home, '.cursor'));
    writeFileSync(join(home, '.cursor/mcp.json'), '{}');
    const [change] = plan.files;
    if (change === undefined) throw new Error('no change');
    await expect(setups.write(change, false)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('stay links where they are links, and keep their rights', async () => {
    const { home, setups } = machine();
    writeFileSync(join(home, 'kept elsewhere.json'), '{}', { mode: 0o600 });
    symlinkSync(join(home, 'kept elsewhere.json'), join(home, '.claude.json'));
    await install(setups, 'claude-code', 'user');
    expect(readFileSync(join(home, 'kept elsewhere.json'), 'utf8')).toContain('hone');
    expect(statSync(join(home, 'kept elsewhere.json')).mode & 0o777).toBe(0o600);
  });
});

describe('what is found', () => {
  it('is each client with a folder of its own or a command on the path', async () => {
    const { home, setups } = machine();
    expect(await setups.found()).toEqual([]);
    mkdirSync(join(home, '.cursor'));
    mkdirSync(join(home, 'bin'));
    writeFileSync(join(home, 'bin/gemini'), '');
    expect(await setups.found()).toEqual(['cursor', 'gemini']);
    expect(existsSync(join(home, 'own'))).toBe(false);
  });
});

describe.each(SETUP_CLIENTS)('setting up %s on a machine of a team', (client) => {
  it('names the address and the token for its user alone, and takes both away without a trace', async () => {
    const { home, folder, setups } = machine(TEAM);
    const before = filesBelow(home);
    const written = await install(setups, client, 'user');
    const [server = ''] = written.filter((path) => readFileSync(path, 'utf8').includes('https://hone.example.com/mcp'));
    const text = readFileSync(server, 'utf8');
    expect(text).not.toContain('serve"');
    // What lies in the repository is everyone's.
    const isOwn = !server.startsWith(`${folder}/`);
    expect(text.includes(TEAM.token)).toBe(isOwn);
    if (isOwn) expect(statSync(server).mode & 0o077).toBe(0);
    expect(await install(setups, client, 'user')).toEqual([]);
    await uninstall(setups, client, 'user');
    expect(filesBelow(home)).toEqual(before);
  });

  it('names no token in a file of the repository', async () => {
    const { home, setups } = machine(TEAM);
    const written = await install(setups, client, 'project');
    const texts = written.map((path) => readFileSync(path, 'utf8')).join('\n');
    expect(texts).toContain('https://hone.example.com/mcp');
    expect(texts).not.toContain(TEAM.token);
    expect(texts).toMatch(/HONE_TOKEN|hone-token/u);
    await uninstall(setups, client, 'project');
    expect(Object.keys(filesBelow(home))).toEqual([]);
  });

  it('takes the place of a server that the client started, and gives it back', async () => {
    const local = machine();
    await install(local.setups, client, 'user');
    const bare = () =>
      Object.entries(filesBelow(local.home)).map(([path, bytes]) => [
        path,
        Buffer.from(bytes, 'base64').toString('utf8').replaceAll(/\s/gu, ''),
      ]);
    const own = bare();
    const team = openClientSetups(
      { home: local.home, folder: local.folder, platform: 'linux', ownFolder: join(local.home, 'own'), env: {} },
      { main: '/opt/hone tools/main.js', node: '/usr/bin/node', packageName: 'p', pins: [], env: {}, team: TEAM },
    );
    await install(team, client, 'user');
    const now = Object.values(filesBelow(local.home)).map((bytes) => Buffer.from(bytes, 'base64').toString('utf8'));
    expect(now.join('\n')).not.toContain('"serve"');
    await install(local.setups, client, 'user');
    expect(bare()).toEqual(own);
  });
});
