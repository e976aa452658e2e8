import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type HoneAnswer, hone } from '../support/hone-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let home = '';
beforeEach(() => {
  home = temporaryFolder();
});

const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<HoneAnswer> =>
  hone(args, { home, environment });
/** The answer of a command that must succeed. */
const json = async (args: readonly string[], environment: Record<string, string> = {}) => {
  const { exitCode, stdout, stderr } = await run([...args, '--json'], environment);
  expect({ exitCode, stderr }, args.join(' ')).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(stdout);
};

const PNPM = ['flag', 'Use pnpm, not npm', '--when', 'installing a dependency', '--why', 'npm rewrites the lock file'];

describe('a lesson from the command line', () => {
  it('is taught once, found in other words, and serves after review', async () => {
    const flagged = await json([
      ...PNPM,
      '--example',
      'add the axios package',
      '--cite',
      'package.json:3',
      '--path',
      'package.json',
    ]);
    expect(flagged).toMatchObject({ match: 'novel', lesson: { state: 'provisional', served_now: true } });
    const id = flagged.lesson.lesson_id;

    const recalled = await json(['recall', 'we need lodash in this project, put it in', '--path', 'package.json']);
    expect(recalled).toMatchObject({
      decision: 'deliver',
      path: 'hybrid',
      lessons: [{ lesson_id: id, state: 'provisional' }],
    });

    const queue = await json(['review', 'list']);
    expect(queue).toMatchObject({
      total: 1,
      items: [{ lesson_id: id, state: 'provisional', source: 'human', author: 'ann' }],
    });
    expect(await json(['review', 'accept', id])).toMatchObject({ items: [{ lesson_id: id, state: 'active' }] });
    expect(await json(['review'])).toEqual({ items: [], total: 0 });

    const shown = await json(['lessons', 'show', id]);
    expect(shown).toMatchObject({
      rule: 'Use pnpm, not npm',
      provenance: { author: 'ann', approved_by: 'ann' },
      citations: [{ path: 'package.json', line: 3 }],
      scope: { paths: ['package.json'] },
      history: [{ to: 'provisional' }, { to: 'active' }],
    });
  });

  it('is a repeat when it is taught again', async () => {
    const { lesson } = await json(PNPM);
    expect(await json(PNPM)).toMatchObject({ match: 'repeat', repeat: { lesson_id: lesson.lesson_id } });
    expect(await json(['lessons', 'list'])).toMatchObject({ total: 1 });
  });

  it('goes through edit, dispute, retirement and restoration, with reasons', async () => {
    const { lesson_id: id } = (await json(PNPM)).lesson;
    expect(await json(['review', 'edit', id, '--rule', 'Use pnpm 9'])).toMatchObject({
      items: [{ rule: 'Use pnpm 9', version: 2, state: 'active', when: 'installing a dependency' }],
    });
    await json(['review', 'dispute', id, '--reason', 'we use bun now']);
    await json(['review', 'reject', id, '--reason', 'we use bun now']);
    expect(await json(['lessons', 'list', '--state', 'retired'])).toMatchObject({ total: 1 });
    expect(await json(['lessons', 'restore', id])).toMatchObject({ items: [{ state: 'proposed' }] });
    const { items } = await json(['lessons', 'history', id]);
    expect(items.map((step: { to: string }) => step.to)).toEqual([
      'provisional',
      'active',
      'disputed',
      'retired',
      'proposed',
    ]);
    expect(items[3]).toMatchObject({ actor: 'ann', reason: 'we use bun now' });
  });

  it('is decided with others at once; one refusal does not keep the others from it', async () => {
    const { lesson_id: id } = (await json(PNPM)).lesson;
    const answer = await run(['review', 'accept', 'les_absent', id, '--json']);
    expect(answer.exitCode).toBe(1);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      items: [{ lesson_id: id }],
      total: 1,
      failed: [{ code: 'NOT_FOUND' }],
    });
  });

  it('stays in its project', async () => {
    const { lesson_id: id } = (await json(PNPM)).lesson;
    expect(await json(['lessons', '--project', 'other'])).toEqual({ items: [], total: 0 });
    const absent = await run(['lessons', 'show', 'les_absent', '--json']);
    const foreign = await run(['lessons', 'show', id, '--project', 'other', '--json']);
    expect(absent.exitCode).toBe(1);
    expect(foreign).toEqual(absent);
  });
});

describe('what a terminal shows', () => {
  const HOSTILE = 'Use \u001b[31mpnpm\u001b[2J\u001b]0;owned\u0007 always';

  it('is plain without a terminal, and stored text cannot command it', async () => {
    await run(['flag', HOSTILE, '--when', 'adding a dependency']);
    for (const args of [['lessons'], ['review'], ['recall', 'adding a dependency']]) {
      const { exitCode, stdout, stderr } = await run(args);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toContain('pnpm');
      expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    }
  });

  it('is data on stdout and words on stderr', async () => {
    const { exitCode, stdout, stderr } = await run(['lessons', 'show', 'les_absent']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^NOT_FOUND: /u);
  });
});

describe('a store that is none', () => {
  it.each(['doctor', 'lessons', 'recall'])('makes %s fail with what to do, and is left as it is', async (command) => {
    const file = join(home, 'notes.txt');
    writeFileSync(file, 'my notes, not a database\n'.repeat(100));
    const args = [command, ...(command === 'recall' ? ['adding a dependency'] : []), '--store', file];
    const { exitCode, stderr, stdout } = await run(args);
    expect(exitCode).toBe(1);
    expect(`${stdout}${stderr}`).toContain('STORE_UNAVAILABLE');
    expect(readFileSync(file, 'utf8')).toBe('my notes, not a database\n'.repeat(100));
  });

  it('is refused when it is a folder', async () => {
    mkdirSync(join(home, 'folder'));
    const { exitCode, stderr } = await run(['lessons', '--store', join(home, 'folder'), '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'STORE_UNAVAILABLE', hint: expect.any(String) } });
  });

  it('is used wrongly when it is a server, and its password is not repeated', async () => {
    const { exitCode, stderr } = await run(['lessons', '--store', 'postgres://ann:hunter2@db/hone']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/SQLite file/u);
    expect(stderr).not.toContain('hunter2');
  });
});

describe('hone doctor', () => {
  it('examines a new installation by trying it', async () => {
    await json(PNPM);
    await json(['recall', 'installing a dependency']);
    const { ok, checks } = await json(['doctor']);
    expect(ok).toBe(true);
    const status = Object.fromEntries(
      checks.map((check: { name: string; status: string }) => [check.name, check.status]),
    );
    expect(status).toMatchObject({
      node: 'ok',
      model_files: 'ok',
      clients: 'warn',
      store: 'ok',
      schema: 'ok',
      settings: 'ok',
      integrity: 'ok',
      permissions: 'ok',
      wal: 'ok',
      vectors: 'ok',
      recalls: 'ok',
      embedding: 'ok',
    });
  });

  it('never claims what it could not try', async () => {
    const file = join(home, 'notes.txt');
    writeFileSync(file, 'my notes, not a database\n'.repeat(100));
    const { exitCode, stdout } = await run(['doctor', '--store', file, '--json']);
    const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: { name: string; status: string }[] };
    expect({ exitCode, ok }).toEqual({ exitCode: 1, ok: false });
    expect(checks.filter((one) => one.status === 'ok').map((one) => one.name)).toEqual([
      'node',
      'model_files',
      'kept_calls',
      'hooks',
    ]);
  });

  it('says that search by meaning is off', async () => {
    const { checks } = await json(['doctor'], { HONE_DENSE: 'off' });
    expect(checks).toContainEqual(expect.objectContaining({ name: 'embedding', status: 'warn' }));
  });

  it('starts what its clients would start, and says which of them is broken', async () => {
    await json(['init', '--client', 'claude-code']);
    const named = (checks: { name: string }[]) => checks.find((one) => one.name === 'client_claude_code');
    const well = named((await json(['doctor'])).checks);
    expect(well).toMatchObject({ status: 'ok', detail: expect.stringMatching(/lists 9 tools.*7 hooks.*it runs/u) });
    const settings = join(home, '.claude/settings.json');
    const hooks = readFileSync(settings, 'utf8');
    // One of the seven lines calls a Hone that is gone.
    writeFileSync(settings, hooks.replace(/"[^"]*( hook claude-code Stop)"/u, '"/nowhere/hone$1"'));
    expect(named(JSON.parse((await run(['doctor', '--json'])).stdout).checks)).toMatchObject({
      status: 'fail',
      detail: expect.stringContaining(settings),
      fix: 'Run `hone init --client claude-code`.',
    });
    writeFileSync(settings, hooks);
    writeFileSync(join(home, '.claude.json'), '{"mcpServers":{"hone":{"command":"/nowhere/hone","args":["serve"]}}}');
    const { exitCode, stdout } = await run(['doctor', '--json']);
    expect(exitCode).toBe(1);
    expect(named(JSON.parse(stdout).checks)).toMatchObject({
      status: 'fail',
      fix: 'Run `hone init --client claude-code`.',
    });
  });
});

describe('hone doctor with the plugin of Claude Code', () => {
  const root = join(import.meta.dirname, '../..');
  const switched = (on: boolean) => {
    const folder = join(home, '.claude');
    mkdirSync(join(folder, 'plugins'), { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ enabledPlugins: { 'hone@hone': on } }));
    const installed = { plugins: { 'hone@hone': [{ scope: 'user', installPath: join(root, 'plugin') }] } };
    writeFileSync(join(folder, 'plugins/installed_plugins.json'), JSON.stringify(installed));
  };
  const onPath = () => {
    mkdirSync(join(home, 'bin'));
    writeFileSync(join(home, 'bin/hone'), `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/main.js" "$@"\n`, {
      mode: 0o755,
    });
    return { PATH: `${join(home, 'bin')}:${process.env.PATH ?? ''}` };
  };

  it('finds and starts its server and hooks, and asks for no second set', async () => {
    switched(true);
    const { checks } = await json(['doctor'], onPath());
    expect(checks).toContainEqual(
      expect.objectContaining({
        name: 'client_claude_code',
        status: 'ok',
        detail: expect.stringMatching(/plugin.*lists 9 tools.*7 hooks.*it runs/u),
      }),
    );
  });

  it('says that nothing is set up where it is switched off', async () => {
    switched(false);
    const { checks } = await json(['doctor'], onPath());
    expect(checks).toContainEqual(expect.objectContaining({ name: 'clients', status: 'warn' }));
  });
});

describe('nonsense', () => {
  it.each([
    [['floq']],
    [['review', 'acept', 'les_x']],
    [['flag']],
    [['flag', '', '--when', 'x']],
    [['recall', '']],
    [['recall', 'x', '--limit', '0']],
    [['trends', '--since', 'yesterday']],
    [['outcome', 'APP-7', '--outcome', 'great']],
  ])('%j ends with 2 and an example', async (args) => {
    const { exitCode, stdout, stderr } = await run([...args, '--json']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'INVALID_INPUT', hint: expect.stringMatching(/\w{3}/u) },
    });
  });

  it.each([
    [['outcome', 'APP-7', '--outcome', 'failed']],
    [['intervention', 'run_absent', '--kind', 'takeover']],
    [['runs', 'show', 'APP-7']],
    [['checkpoint', 'answer', 'chk_absent', 'yes']],
  ])('%j of what is not there ends with 1', async (args) => {
    const { exitCode, stderr } = await run([...args, '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
