import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordCorrection } from '../../../../src/use-cases/record-correction.ts';
import { runCli } from '../../../support/cli-host.ts';
import { openTestServices, soloPerson, temporaryFolder } from '../../../support/test-services.ts';

const taught = async () => {
  const { services } = await openTestServices();
  const { lesson } = await recordCorrection(services, soloPerson, {
    wrong: 'a',
    right: 'Run the \u001b[31mgenerator',
    when: 'changing the parser',
  });
  return {
    services,
    id: lesson?.lesson_id ?? '',
    run: (...args: string[]) => runCli(['audit', ...args], { services }),
  };
};

describe('hone audit', () => {
  it('verifies, also against a file of heads, and fails with 1 when they differ', async () => {
    const { run } = await taught();
    const file = join(temporaryFolder(), 'heads.jsonl');
    expect((await run('anchor', file)).exitCode).toBe(0);
    expect((await run('anchor', file)).exitCode).toBe(0);
    const fits = await run('verify', '--anchor', file);
    expect([fits.exitCode, fits.stdout]).toEqual([0, expect.stringContaining('Everything fits. 1 events in 1 chain')]);
    writeFileSync(file, `{"heads":[{"project":"app","seq":7,"hash":"00"}]}\n`);
    const cut = await run('verify', '--anchor', file, '--json');
    expect([cut.exitCode, JSON.parse(cut.stdout)]).toMatchObject([
      1,
      { ok: false, findings: [{ project: 'app', seq: 7 }] },
    ]);
    for (const wrong of ['', 'x', '{"heads":[{}]}', '[]', 'null', '{"heads":[{"project":"a","seq":1.5,"hash":"x"}]}']) {
      writeFileSync(file, wrong);
      expect((await run('verify', '--anchor', file)).exitCode).toBe(2);
    }
    expect((await run('verify', '--anchor', join(file, 'none'))).exitCode).toBe(2);
    expect((await run('anchor', join(file, 'none'))).exitCode).toBe(2);
  });

  it('lists events, who received a lesson, and holds what somebody wrote', async () => {
    const { run, id, services } = await taught();
    expect((await run()).stdout).toMatch(/app 1 .*developer ann: record_correction {2}les_/u);
    expect(JSON.parse((await run('log', '--json', '--by', 'ann', '--limit', '5')).stdout)).toMatchObject({ total: 1 });
    expect((await run('log', '--by', 'nobody')).stdout).toBe('No events.\n');
    expect((await run('who-received', id)).stdout).toContain('No run');
    expect((await run('who-received', 'les_x')).exitCode).toBe(1);
    const held = await run('quarantine', '--by', 'ann');
    expect(held.stdout).toContain('1 lesson held');
    expect((await services.stores.lessons.find('app', id))?.state).toBe('quarantined');
    expect((await run('quarantine')).exitCode).toBe(2);
    expect((await run('quarantine', '--since', 'long ago')).exitCode).toBe(2);
  });
});
