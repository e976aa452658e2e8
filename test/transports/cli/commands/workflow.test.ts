import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../support/cli-host.ts';
import { openTestServices, temporaryFolder } from '../../../support/test-services.ts';

const FILE = join(import.meta.dirname, '../../../../docs/hone-workflows.yaml');

const setUp = async () => {
  const { services } = await openTestServices();
  const folder = temporaryFolder();
  return { folder, run: (...args: string[]) => runCli(['workflow', ...args], { services }) };
};

describe('hone workflow', () => {
  it('applies a file, lists and shows what holds, and exports what it can apply again', async () => {
    const { folder, run } = await setUp();
    expect((await run()).stdout).toContain('declares no workflow');
    const dry = await run('apply', FILE, '--dry-run');
    expect(dry).toMatchObject({ exitCode: 0 });
    expect(dry.stdout).toContain('Would be added bugfix');
    expect(JSON.parse((await run('apply', FILE, '--json')).stdout)).toMatchObject({ version: 1, changed: true });
    expect((await run('list')).stdout).toContain('owner platform-team');
    const shown = (await run('show', 'bugfix')).stdout;
    for (const words of ['people   infra/**', 'money moves here', '60 minutes, 2 attempts'])
      expect(shown).toContain(words);
    const exported = join(folder, 'exported.yaml');
    writeFileSync(exported, (await run('export')).stdout);
    expect((await run('apply', exported)).stdout).toContain('Nothing changes');
  });

  it('refuses a bad file with its lines and exit 1, and an unknown workflow with the names there are', async () => {
    const { folder, run } = await setUp();
    const bad = join(folder, 'bad.yaml');
    writeFileSync(bad, 'workflows:\n  bugfix:\n    ownr: team\n');
    const refused = await run('apply', bad);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('Line 3: ');
    expect((await run('show', 'defalt')).stderr).toContain('Did you mean default?');
    expect((await run('apply', join(folder, 'absent.yaml'))).exitCode).toBe(2);
  });
});
