import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hone } from '../support/hone-process.ts';
import { runHookProcess } from '../support/run-hook-process.ts';
import { type Serving, startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LEXICAL = { HONE_DENSE: 'off' };

/** A team's server with a token for one developer, and that developer's machine. */
const setUp = async (project = 'app') => {
  const [team, machine] = [temporaryFolder(), temporaryFolder()];
  const lead = (...args: string[]) =>
    hone([...args, '--json'], { home: team, environment: { ...LEXICAL, HONE_USER: 'lea' } });
  const flagged = await lead('flag', 'Use pnpm, not npm', '--when', 'installing a dependency');
  expect(flagged.exitCode).toBe(0);
  const made = JSON.parse(
    (await lead('token', 'create', '--role', 'developer', '--project', project, '--for', 'dan')).stdout,
  );
  const file = join(machine, 'token.txt');
  writeFileSync(file, `${made.token}\n`);
  const start = async (port = '0'): Promise<Serving & { origin: string }> => {
    const serving = startServing(team, ['--http', '--port', port], { HONE_USER: 'lea' });
    const [first = ''] = await serving.lines(1);
    return { ...serving, origin: first.replace('hone listening on ', '') };
  };
  const developer = (...args: string[]) => hone(args, { home: machine, environment: LEXICAL });
  const hook = (event: string, payload: object, named = project) =>
    runHookProcess(['claude-code', event], JSON.stringify({ cwd: machine, hook_event_name: event, ...payload }), {
      home: machine,
      environment: { HONE_PROJECT: named },
    });
  const runs = async () => {
    const { items } = JSON.parse((await lead('runs', 'list')).stdout) as { items: { run: { run_id: string } }[] };
    return Promise.all(
      items.map(async ({ run: { run_id: id } }) => JSON.parse((await lead('runs', 'show', id)).stdout)),
    );
  };
  return { team, machine, file, token: made.token as string, start, developer, hook, runs };
};

const prompt = (session: string, text = 'please install the axios dependency') => ({
  session_id: session,
  prompt: text,
});
const denied = (session: string) => ({
  session_id: session,
  tool_name: 'Bash',
  tool_input: { command: 'npm install axios' },
});

describe('hone connect', () => {
  it('keeps the credential for this user alone, and lets hooks recall from the server and report to it', async () => {
    const { machine, file, token, start, developer, hook, runs } = await setUp();
    const server = await start();
    const connected = await developer('connect', server.origin, '--token-file', file);
    expect(connected).toMatchObject({ exitCode: 0, stderr: '' });
    expect(connected.stdout).toContain(`Connected to ${server.origin} as dan, for app.`);
    expect(connected.stdout + connected.stderr).not.toContain(token);
    expect(statSync(join(machine, 'hone/team.json')).mode & 0o777).toBe(0o600);

    const told = await hook('UserPromptSubmit', prompt('s1'));
    expect(told.stdout).toContain('Use pnpm, not npm');
    await hook('PermissionDenied', denied('s1'));
    const [run] = await runs();
    expect(run.run).toMatchObject({ principal: 'dan', text: 'please install the axios dependency' });
    expect(run.interventions).toMatchObject([{ kind: 'override', by: 'dan' }]);
    expect(existsSync(join(machine, 'hone/hone.db'))).toBe(false);

    const status = JSON.parse((await developer('connect', '--status', '--json')).stdout);
    expect(status).toMatchObject({ connected: true, reachable: true, name: 'dan', projects: ['app'], waiting: 0 });
    expect(server.stderr()).not.toContain(token);
  });

  it('lets hone init write the server into clients, and hone doctor try it', async () => {
    const { machine, file, token, start, developer } = await setUp();
    mkdirSync(join(machine, '.claude'));
    const server = await start();
    await developer('connect', server.origin, '--token-file', file);
    const init = await developer('init');
    expect(init).toMatchObject({ exitCode: 0, stderr: '' });
    expect(init.stdout).toContain('it lists 9 tools');
    expect(init.stdout).toContain('Bearer …');
    expect(init.stdout).not.toContain(token);
    const { mcpServers } = JSON.parse(readFileSync(join(machine, '.claude.json'), 'utf8'));
    expect(mcpServers.hone).toEqual({
      type: 'http',
      url: `${server.origin}/mcp`,
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(statSync(join(machine, '.claude.json')).mode & 0o077).toBe(0);
    expect(readFileSync(join(machine, '.claude/settings.json'), 'utf8')).toContain(
      `--home ${join(machine, 'hone')} --project app hook claude-code Stop`,
    );
    const checks = async () => JSON.parse((await developer('doctor', '--json')).stdout).checks as { name: string }[];
    const found = await checks();
    expect(found.find(({ name }) => name === 'team')).toMatchObject({
      status: 'ok',
      detail: `Connected to ${server.origin} as dan, which answers; nothing waits to be sent.`,
    });
    expect(found.find(({ name }) => name === 'client_claude_code')).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('it lists 9 tools'),
    });
    server.child.kill('SIGKILL');
    await server.ended;
    expect((await checks()).find(({ name }) => name === 'team')).toMatchObject({ status: 'fail' });
    await developer('disconnect');
    await developer('init');
    expect(readFileSync(join(machine, '.claude.json'), 'utf8')).not.toContain(token);
  });

  it('sends nothing of a project that is not the team’s', async () => {
    const { machine, file, start, developer, hook, runs } = await setUp();
    const server = await start();
    await developer('connect', server.origin, '--token-file', file);
    await hook('UserPromptSubmit', prompt('s1', 'my own secret plan'), 'private');
    expect(await runs()).toEqual([]);
    expect(readFileSync(join(machine, 'hone/hone.db.hooks/events.jsonl'), 'utf8')).toContain('my own secret plan');
    expect(existsSync(join(machine, 'hone/team.hooks'))).toBe(false);
  });

  it('loses and doubles nothing while the server is killed and comes back', async () => {
    const { file, start, developer, hook, runs } = await setUp();
    const first = await start();
    await developer('connect', first.origin, '--token-file', file);
    const day = async (session: string) => {
      await hook('UserPromptSubmit', prompt(session, `please install the ${session} dependency`));
      await hook('PermissionDenied', denied(session));
    };
    await day('one');
    // Killed while hooks of two sessions are on their way.
    const underway = ['two', 'three'].map(day);
    first.child.kill('SIGKILL');
    await Promise.all(underway);
    const away = await hook('UserPromptSubmit', prompt('four'));
    expect(away).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(JSON.parse((await developer('connect', '--status', '--json')).stdout)).toMatchObject({ reachable: false });
    const second = await start(new URL(first.origin).port);
    const status = JSON.parse((await developer('connect', '--status', '--json')).stdout);
    expect(status).toMatchObject({ reachable: true, waiting: 0 });
    await developer('connect', '--status');
    await hook('UserPromptSubmit', prompt('five'));
    const kept = await runs();
    expect(kept.map(({ run }) => run.text).sort()).toEqual([
      'please install the axios dependency',
      'please install the axios dependency',
      'please install the one dependency',
      'please install the three dependency',
      'please install the two dependency',
    ]);
    expect(kept.flatMap(({ interventions }) => interventions)).toHaveLength(3);
    second.child.kill('SIGTERM');
  });

  it('says a flag to the server, keeps it while the server is away, and counts it once', async () => {
    const { team, machine, file, start, developer, hook } = await setUp();
    const first = await start();
    await developer('connect', first.origin, '--token-file', file);
    const said = await developer('flag', 'Keep dates in UTC', '--when', 'storing a date', '--cite', 'src/date.ts:3');
    expect(said).toMatchObject({ exitCode: 0, stderr: '' });
    expect(said.stdout).toMatch(/^les_\w+ {2}proposed\n/u);
    first.child.kill('SIGKILL');
    await first.ended;
    const kept = await developer('flag', 'Validate the body', '--when', 'adding a route');
    expect(kept.exitCode).toBe(0);
    expect(kept.stdout).toContain('What you said is kept on this machine');
    const secret = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const refused = await developer('flag', `Use ${secret}`, '--when', 'signing in');
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('SECRET_FOUND');
    const second = await start(new URL(first.origin).port);
    expect(JSON.parse((await developer('connect', '--status', '--json')).stdout)).toMatchObject({
      sent: 1,
      waiting: 0,
    });
    await developer('connect', '--status');
    await hook('Stop', { session_id: 's9' });
    const listed = await hone(['lessons', 'list', '--json'], { home: team, environment: LEXICAL });
    const { items } = JSON.parse(listed.stdout);
    expect(items.map((one: { rule: string; provenance: object }) => [one.rule, one.provenance]).sort()).toMatchObject([
      ['Keep dates in UTC', { source: 'human', author: 'dan' }],
      ['Use pnpm, not npm', { author: 'lea' }],
      ['Validate the body', { source: 'human', author: 'dan' }],
    ]);
    const own = await developer('lessons', 'list');
    expect(own.stderr).toContain(`the team's is at ${first.origin}`);
    expect(existsSync(join(machine, 'hone/hone.db'))).toBe(true);
    second.child.kill('SIGTERM');
    await second.ended;
  });

  it('goes back to the own store when disconnected, and says who is not taken', async () => {
    const { machine, file, token, start, developer, hook } = await setUp();
    const server = await start();
    writeFileSync(join(machine, 'wrong.txt'), 'hone_nobody-has-this-token-at-all');
    const wrong = await developer('connect', server.origin, '--token-file', join(machine, 'wrong.txt'));
    expect(wrong).toMatchObject({ exitCode: 1, stdout: '' });
    expect(wrong.stderr).toContain('The server does not take the credential.');
    expect((await developer('connect', 'http://hone.example.com', '--token-file', file)).exitCode).toBe(1);
    expect((await developer('connect')).exitCode).toBe(2);
    const none = await developer('connect', 'http://127.0.0.1:9', '--token-file', file);
    expect(none.stderr).toContain('The server cannot be reached (ECONNREFUSED).');
    expect(existsSync(join(machine, 'hone/team.json'))).toBe(false);

    await developer('connect', server.origin, '--token-file', file);
    const beyond = await developer('connect', server.origin, '--token-file', file, '--project', 'other');
    expect(beyond.stderr).toContain('does not cover every project');
    const gone = await developer('disconnect');
    expect(gone.stdout).toContain(`Disconnected from ${server.origin}.`);
    expect(existsSync(join(machine, 'hone/team.json'))).toBe(false);
    expect((await hook('UserPromptSubmit', prompt('s1'))).stdout).toBe('');
    expect(readFileSync(join(machine, 'hone/hone.db.hooks/events.jsonl'), 'utf8')).not.toContain(token);
    expect((await developer('disconnect')).stdout).toContain('Not connected');
  });
});
