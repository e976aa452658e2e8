import { describe, expect, it } from 'vitest';
import { runCli } from '../../../support/cli-host.ts';

describe('hone serve', () => {
  it.each([['--port', '4664'], ['--host', '0.0.0.0'], ['--no-auth'], ['--allow-host', 'hone.example']])(
    'refuses %s without --http',
    async (...args) => {
      const { exitCode, stdout, stderr } = await runCli(['serve', ...args]);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain('--http');
    },
  );

  it('refuses a port that is none', async () => {
    expect((await runCli(['serve', '--http', '--port', '70000'])).exitCode).toBe(2);
  });

  it('refuses other machines without a token, before it listens', async () => {
    const { exitCode, stdout, stderr } = await runCli(['serve', '--http', '--host', '0.0.0.0', '--no-auth']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('this machine only');
  });
});
