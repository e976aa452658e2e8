import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { attackCase } from '../support/attack-case.ts';
import { type HoneAnswer, hone } from '../support/hone-process.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const POSIX = process.platform !== 'win32';

let home = '';
let db = '';
beforeEach(() => {
  home = temporaryFolder();
  db = join(home, 'hone', 'hone.db');
});

const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<HoneAnswer> =>
  hone(args, { home, environment: { HONE_DENSE: 'off', ...environment } });
const json = async (args: readonly string[]) => JSON.parse((await run([...args, '--json'])).stdout);
const flag = (rule = 'Use pnpm.'): Promise<HoneAnswer> => run(['flag', rule, '--when', 'installing packages']);
const check = async (name: string, args: readonly string[] = []) => {
  const { checks } = await json(['doctor', ...args]);
  return checks.find((one: { name: string }) => one.name === name);
};

/** Changes the file past Hone, as whoever got at it could. */
const change = (sql: string, file = db): void => {
  const database = new Database(file);
  // Its own triggers refuse changes: an attacker takes them away first, and puts them back.
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
  for (const { sql: made } of triggers) database.exec(made);
  database.close();
};

describe('a store that is a link', () => {
  it.runIf(POSIX)('FS-01.1 by a symbolic or a hard link: refused, the target unchanged', async () => {
    await flag();
    for (const link of [symlinkSync, linkSync]) {
      const other = join(home, `${link.name}.db`);
      link(db, other);
      const before = readFileSync(db);
      const answer = await run(['flag', 'Use bun.', '--when', 'installing', '--store', other]);
      expect(answer).toMatchObject({ exitCode: 1, stdout: '' });
      expect(answer.stderr).toMatch(/^STORE_UNAVAILABLE: .*link/u);
      expect((await check('store', ['--store', other])).status).toBe('fail');
      expect(readFileSync(db).equals(before)).toBe(true);
    }
  });

  it.runIf(POSIX)('FS-01.2 a journal that is a link: refused, the target unchanged', async () => {
    await flag();
    const victim = join(home, 'victim.txt');
    writeFileSync(victim, 'keep');
    symlinkSync(victim, `${db}-wal`);
    expect((await flag('Use bun.')).exitCode).toBe(1);
    expect(readFileSync(victim, 'utf8')).toBe('keep');
  });
});

describe('files that others can read', () => {
  it.runIf(POSIX)('FS-02.1 nothing that Hone makes is, whatever the umask', async () => {
    const old = process.umask(0);
    try {
      await run(['init', '--client', 'claude-code']);
      await flag();
      await run(['backup', join(home, 'hone', 'backup.db')]);
      const server = startServing(home, ['--http', '--port', '0']);
      await server.lines(1);
      server.child.kill('SIGTERM');
      await server.ended;
    } finally {
      process.umask(old);
    }
    expect(statSync(join(home, 'hone')).mode & 0o077).toBe(0);
    const files = readdirSync(join(home, 'hone'), { recursive: true, encoding: 'utf8' });
    const open = files.filter((name) => (statSync(join(home, 'hone', name)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['hone.db', 'hone.db.key', 'token', 'backup.db', 'backup.db.key']));
  });

  it.runIf(POSIX)('FS-02.2 a store that was opened to all: doctor fails and says what mends it', async () => {
    await flag();
    chmodSync(db, 0o666);
    expect(await check('permissions')).toMatchObject({
      status: 'fail',
      fix: expect.stringContaining(`chmod 600 ${db}`),
    });
  });
});

const MODEL = join(import.meta.dirname, '../../data/models/all-MiniLM-L6-v2');
const ONNX = 'onnx/model_quantized.onnx';

const changedModel = (): string => {
  const folder = join(home, 'all-MiniLM-L6-v2');
  cpSync(MODEL, folder, { recursive: true });
  const bytes = readFileSync(join(folder, ONNX));
  bytes[5_000_000] = (bytes[5_000_000] ?? 0) ^ 1;
  writeFileSync(join(folder, ONNX), bytes);
  return folder;
};

describe('a model that was changed', () => {
  it('FS-03.1 is never loaded: recall goes by full text, says so, and doctor fails', async () => {
    await flag();
    const args = ['--model', changedModel()];
    const { stdout } = await hone(['recall', 'installing', '--json', ...args], { home });
    expect(JSON.parse(stdout)).toMatchObject({ path: 'lexical', reason: expect.stringContaining('checksum') });
    expect(await check('model_files', args)).toMatchObject({ status: 'fail' });
  });

  it('FS-03.2 together with the digest beside it: the digest comes from the package', async () => {
    const folder = changedModel();
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, ONNX)))
      .digest('hex');
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
    writeFileSync(join(folder, 'SHA256SUMS'), sums.replace(new RegExp(`[0-9a-f]{64}(?=  ${ONNX})`, 'u'), sum));
    expect(await check('model_files', ['--model', folder])).toMatchObject({ status: 'fail' });
  });
});

describe('a backup', () => {
  const backup = async (): Promise<string> => {
    const file = join(home, 'backup.db');
    await flag();
    expect((await run(['backup', file])).exitCode).toBe(0);
    return file;
  };
  const restore = (file: string) => run(['restore', file, '--replace']);

  it('FS-04.1 that was damaged is refused before the live file is touched', async () => {
    const file = await backup();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('Use pnpm.');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const live = readFileSync(db);
    expect((await restore(file)).exitCode).toBe(1);
    expect(readFileSync(db).equals(live)).toBe(true);
  });

  it('FS-04.2 that was edited is refused: its rows are not as they were signed', async () => {
    const file = await backup();
    change("UPDATE lesson SET state = 'active'", file);
    const live = readFileSync(db);
    const { exitCode, stderr } = await restore(file);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/does not verify/u) });
    expect(readFileSync(db).equals(live)).toBe(true);
  });

  it('FS-04.3 that is older brings no revoked token back', async () => {
    const { id, token } = JSON.parse(
      (await run(['token', 'create', '--role', 'lead', '--project', 'app', '--for', 'eva', '--json'])).stdout,
    );
    const file = await backup();
    await run(['token', 'revoke', id]);
    expect((await restore(file)).exitCode).toBe(0);
    expect((await run(['lessons', 'list'], { HONE_TOKEN: token })).exitCode).toBe(1);
    expect((await json(['token', 'list'])).items).toMatchObject([{ id, status: 'revoked' }]);
  });
});

describe('the trail of a store that was changed past Hone', () => {
  const events = async (): Promise<void> => {
    for (const rule of ['Use pnpm.', 'Write a migration.', 'Name tests by behaviour.', 'Keep secrets in the vault.']) {
      await run(['flag', rule, '--when', `doing ${rule}`]);
    }
  };
  const verify = () => run(['audit', 'verify', '--json']);

  it.each([
    ['FS-05.1 an event was changed', "UPDATE audit_event SET actor = 'eva' WHERE seq = 3", 3],
    ['FS-05.2 an event is missing in the middle', 'DELETE FROM audit_event WHERE seq = 2', 3],
    [
      'FS-05.4 two events have changed places',
      'UPDATE audit_event SET seq = 99 WHERE seq = 2; UPDATE audit_event SET seq = 2 WHERE seq = 3; UPDATE audit_event SET seq = 3 WHERE seq = 99',
      2,
    ],
  ])('%s: found, and the first bad place is named', async (_, sql, seq) => {
    await events();
    expect((await verify()).exitCode).toBe(0);
    change(sql);
    const { exitCode, stdout } = await verify();
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).findings[0]).toMatchObject({ project: 'app', seq });
  });

  it.each([
    ['FS-05.3 the end was cut off', 'DELETE FROM audit_event WHERE seq > (SELECT max(seq) - 2 FROM audit_event)'],
    ['FS-05.5 the whole chain was written anew', 'UPDATE audit_event SET hash = lower(hex(randomblob(32)))'],
  ])('%s: found by the head that was kept outside', async (_, sql) => {
    await events();
    await run(['audit', 'anchor', join(home, 'anchor')]);
    change(sql);
    const { exitCode, stdout } = await run(['audit', 'verify', '--anchor', join(home, 'anchor'), '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).ok).toBe(false);
  });
});

describe('a hostile repository', () => {
  const repository = (): string => {
    const folder = join(home, 'checkout');
    for (const id of ['FS-06.1', 'FS-06.2', 'FS-06.3']) attackCase(id).write(folder);
    writeFileSync(join(folder, '.git', 'HEAD'), 'ref: refs/heads/main\n');
    for (const name of ['objects', 'refs']) cpSync(temporaryFolder(), join(folder, '.git', name), { recursive: true });
    return folder;
  };

  it('FS-06.1 FS-06.2 FS-06.3 sets no server and no store, and runs nothing', async () => {
    await flag();
    const folder = repository();
    const event = JSON.stringify({
      hook_event_name: 'UserPromptSubmit',
      session_id: 's',
      cwd: folder,
      prompt: 'installing the packages of this project',
    });
    const { runHookProcess } = await import('../support/run-hook-process.ts');
    const told = await runHookProcess(['claude-code', 'UserPromptSubmit'], event, { home, folder });
    expect(told.exitCode).toBe(0);
    expect(told.stdout).toContain('Use pnpm.');
    const server = startServing(folder, [], { HONE_HOME: join(home, 'hone') });
    server.send({ jsonrpc: '2.0', id: 1, method: 'ping' });
    await server.lines(1);
    server.child.kill('SIGTERM');
    await server.ended;
    const { stdout } = await hone(['doctor', '--json'], { home, folder, environment: { HONE_DENSE: 'off' } });
    expect(JSON.parse(stdout).checks.find((one: { name: string }) => one.name === 'store').detail).toContain(db);
    expect(existsSync('/srv/other/hone.db')).toBe(false);
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('PWNED'))).toEqual(
      [],
    );
  });
});

describe('a file that Hone did not make so', () => {
  it('FS-07.1 with a foreign trigger: doctor names it, and nothing is written', async () => {
    await flag();
    change("CREATE TRIGGER t AFTER INSERT ON lesson BEGIN UPDATE lesson SET state = 'active'; END");
    expect(await check('schema')).toMatchObject({ status: 'fail', detail: expect.stringContaining('trigger t') });
    expect(await flag('Use bun.')).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^STORE_UNAVAILABLE/u) });
    expect(await json(['lessons', 'list'])).toMatchObject({ total: 1 });
  });

  it.each([
    ['FS-07.2 broken', (file: string) => attackCase('FS-07.2') && writeFileSync(file, 'SQLite format 3\0garbage')],
    [
      'FS-07.3 of a newer Hone',
      (file: string) => change("INSERT INTO migration VALUES (9999, 'later', '2030-01-01')", file),
    ],
  ])('%s: a clear error, and the file stays as it is', async (_, spoil) => {
    await flag();
    spoil(db);
    const before = readFileSync(db);
    const answer = await flag('Use bun.');
    expect(answer).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^STORE_UNAVAILABLE/u) });
    expect(readFileSync(db).equals(before)).toBe(true);
  });
});
