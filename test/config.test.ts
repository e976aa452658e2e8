import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, type ConfigFlags, readConfig } from '../src/config.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const read = (environment: Record<string, string> = {}, flags: ConfigFlags = {}, folder = temporaryFolder()) =>
  readConfig({
    flags,
    environment: { HONE_HOME: join(folder, 'home'), ...environment },
    folder,
  }) satisfies Promise<Config>;

describe('readConfig', () => {
  it('needs nothing: the store lies in the data folder, the project is the folder', async () => {
    const folder = temporaryFolder();
    const config = await read({}, {}, folder);
    expect(config).toMatchObject({
      store: { kind: 'sqlite', path: join(folder, 'home', 'hone.db') },
      project: basename(folder),
      dense: true,
      log: null,
    });
    expect(config.user).not.toBe('');
    expect(existsSync(config.home), 'reading opens nothing').toBe(false);
    expect(existsSync(join(config.modelFolder, 'tokenizer.json'))).toBe(true);
  });

  it('lets a flag win over a variable', async () => {
    const folder = temporaryFolder();
    const config = await read({ HONE_STORE: 'a.db', HONE_PROJECT: 'a' }, { store: 'b.db', project: 'b' }, folder);
    expect(config).toMatchObject({ store: { path: join(folder, 'b.db') }, project: 'b' });
  });

  it('takes variables', async () => {
    const config = await read({
      HONE_PROJECT: 'git@github.com:acme/app.git',
      HONE_USER: 'ann',
      HONE_DENSE: 'off',
      HONE_LOG: 'debug',
      HONE_READ_WAIT_MS: '50',
      HONE_WRITE_WAIT_MS: '1500',
      HONE_STORE: '~/team.db',
    });
    expect(config).toMatchObject({ project: 'github.com/acme/app', user: 'ann', dense: false, log: 'debug' });
    expect(config).toMatchObject({ denseWaitMs: 50, writeWaitMs: 1500, store: { path: join(homedir(), 'team.db') } });
  });

  it('takes an empty variable as unset, as clients write it', async () => {
    expect(await read({ HONE_DENSE: '', HONE_STORE: '' })).toMatchObject({ dense: true });
  });

  it('waits less for the model when it serves agents than for a person', async () => {
    const source = { flags: {}, environment: {}, folder: temporaryFolder() };
    const [serving, person] = [await readConfig({ ...source, serving: true }), await readConfig(source)];
    expect(serving.denseWaitMs).toBeLessThan(person.denseWaitMs);
  });

  it.each([
    [{ HONE_DENSE: 'maybe' }, /HONE_DENSE/u],
    [{ HONE_READ_WAIT_MS: 'soon' }, /HONE_READ_WAIT_MS/u],
    [{ HONE_WRITE_WAIT_MS: '-1' }, /HONE_WRITE_WAIT_MS/u],
    [{ HONE_STORE: 'postgres://u:secret@host/db' }, /PostgreSQL/u],
    [{ HONE_STORE: 'mysql://host/db' }, /not a file path/u],
    [{ HONE_STORE: ':memory:' }, /not a file path/u],
    [{ HONE_PROJECT: 'a\u001b[31m' }, /project name/u],
    [{ HONE_USER: 'x'.repeat(201) }, /user name/u],
  ])('refuses %j and does not repeat the value', async (environment, message) => {
    const refusal = await read(environment as unknown as Record<string, string>).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(message) });
    expect(`${refusal}`).not.toContain('secret');
  });
});
