import { describe, expect, it } from 'vitest';
import type { Services } from '../../../../src/use-cases/services.ts';
import { runCli } from '../../../support/cli-host.ts';
import { openTestServices } from '../../../support/test-services.ts';

const on = (services: Services, token?: string) => (args: readonly string[]) =>
  runCli(args, { services, ...(token === undefined ? {} : { connection: { token } }) });

describe('hone token', () => {
  it('makes one for several projects, lists it without its secret, and revokes it', async () => {
    const { services } = await openTestServices();
    const run = on(services);
    const args = ['token', 'create', '--role', 'agent', '--project', 'a', '--project', 'b', 'c', '--for', 'bot'];
    const made = await run([...args, '--expires', '30d', '--json']);
    expect([made.exitCode, made.stderr]).toEqual([0, '']);
    const created = JSON.parse(made.stdout);
    expect(Object.keys(created)).toEqual(['id', 'token', 'for', 'role', 'projects', 'expires_at']);
    expect(created).toMatchObject({ role: 'agent', projects: ['a', 'b', 'c'], for: 'bot' });
    const listed = await run(['token', 'list', '--json']);
    expect(JSON.parse(listed.stdout)).toMatchObject({ total: 1, items: [{ id: created.id, status: 'live' }] });
    expect(listed.stdout).not.toContain(created.token.slice(5));
    expect((await run(['token', 'revoke', created.id])).stdout).toContain('revoked');
    expect((await run(['token', 'revoke', 'tok_x'])).exitCode).toBe(1);
  });

  it('covers the project of the folder, or every one, and shows the secret on a line of its own', async () => {
    const { services } = await openTestServices();
    const run = on(services);
    const own = await run(['token', 'create', '--role', 'reviewer', '--for', 'ben']);
    expect(own.stdout.split('\n')[0]).toMatch(/^hone_[\w-]{43}$/u);
    expect(own.stdout).toContain('reviewer ben, app, until');
    const all = await run(['token', 'create', '--role', 'admin', '--for', 'kim', '--project', '*', '--json']);
    expect(JSON.parse(all.stdout).projects).toBe('*');
  });

  it('says what is wrong, with a right call', async () => {
    const { services } = await openTestServices();
    const run = on(services);
    for (const args of [
      ['create'],
      ['create', '--role', 'agent'],
      ['create', '--role', 'boss', '--for', 'x'],
      ['create', '--role', 'agent', '--for', ''],
      ['create', '--role', 'agent', '--for', '   '],
      ['create', '--role', 'agent', '--for', 'a\u0000b'],
      ['create', '--role', 'agent', '--for', 'x', '--expires', 'soon'],
      ['revoke'],
      ['rvoke', 'x'],
    ]) {
      const { exitCode, stdout, stderr } = await run(['token', ...args]);
      expect([args.join(' '), exitCode, stdout]).toEqual([args.join(' '), 2, '']);
      expect(stderr).toMatch(/INVALID_INPUT|hone token/u);
    }
    expect(await services.stores.directory.listTokens()).toEqual([]);
  });

  it('is for admins: other people’s tokens, and agents’, are refused', async () => {
    const { services } = await openTestServices();
    for (const role of ['agent', 'developer', 'reviewer', 'lead', 'reader', 'ci']) {
      const made = await on(services)(['token', 'create', '--role', role, '--for', role, '--json']);
      const { token } = JSON.parse(made.stdout);
      const refused = await on(services, token)(['token', 'create', '--role', 'admin', '--for', 'me']);
      expect([role, refused.exitCode]).toEqual([role, 1]);
      expect(refused.stderr).toContain('FORBIDDEN');
      expect(refused.stderr).not.toContain(token);
    }
    const unknown = await on(services, `hone_${'a'.repeat(43)}`)(['token', 'list']);
    expect(unknown.stderr).toContain('FORBIDDEN');
  });
});
