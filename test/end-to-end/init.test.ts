import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hone } from '../support/hone-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const environment = { HONE_DENSE: 'off', HONE_PROJECT: '' };

describe('hone init', () => {
  it('sets up what is there, starts it as a client would, and says what to do next', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.claude'));
    const settings = join(home, '.claude/settings.json');
    writeFileSync(settings, '{"permissions":{"allow":[]}}');
    const dry = await hone(['init', '--dry-run'], { home, environment });
    expect(dry).toMatchObject({ exitCode: 0, stderr: '' });
    expect(dry.stdout).toContain('+    "hone": {');
    expect(readFileSync(settings, 'utf8')).toBe('{"permissions":{"allow":[]}}');
    const done = await hone(['init', '--json'], { home, environment });
    const report = JSON.parse(done.stdout);
    expect(done.exitCode).toBe(0);
    expect(report.clients.map((one: { client: string }) => one.client)).toEqual(['claude-code']);
    expect(report.check).toMatchObject({ ok: true, detail: expect.stringMatching(/^it lists 9 tools/u) });
    expect(report.next).toMatch(/^Next: start Claude Code/u);
    const { mcpServers } = JSON.parse(readFileSync(join(home, '.claude.json'), 'utf8'));
    expect(mcpServers.hone.args).toEqual([
      expect.stringMatching(/main\.js$/u),
      '--store',
      join(home, 'hone/hone.db'),
      'serve',
    ]);
    const gone = await hone(['init', '--uninstall'], { home, environment });
    expect(gone).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readFileSync(settings, 'utf8')).toBe('{"permissions":{"allow":[]}}');
  });

  it('names a file that it cannot read, sets up the rest, and ends with 1', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.cursor'));
    writeFileSync(join(home, '.cursor/mcp.json'), '{ broken');
    const { exitCode, stdout } = await hone(['init'], { home, environment });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`left alone ${join(home, '.cursor/mcp.json')}: it is not valid JSON (line 1)`);
    expect(readFileSync(join(home, '.cursor/hooks.json'), 'utf8')).toContain('beforeSubmitPrompt');
  });

  it('says which clients there are, when none is here or another is named', async () => {
    const home = temporaryFolder();
    const none = await hone(['init'], { home, environment: { ...environment, PATH: '/nowhere' } });
    expect(none).toMatchObject({ exitCode: 1, stdout: '' });
    expect(none.stderr).toContain('hone init --client claude-code');
    const other = await hone(['init', '--client', 'emacs'], { home, environment });
    expect(other.exitCode).toBe(2);
    expect(other.stderr).toContain('opencode');
  });
});
