import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../support/cli-host.ts';
import { openTestServices, temporaryFolder } from '../../../support/test-services.ts';
import { runTasks, teach } from '../../../support/trials.ts';

const START = ['trial', 'start', '--workflow', 'bugfix', '--owner', 'platform-team'];

describe('hone trial', () => {
  it('says what a trial takes, starts it without a terminal, and warns without a baseline', async () => {
    const { services } = await openTestServices();
    await teach(services);
    const plan = await runCli([...START, '--dry-run'], { services });
    expect(plan.stdout).toContain('121 for 15 points; 198 to rule out the margin');
    expect(plan.stdout).toContain('There is no baseline');
    expect(plan.stdout).toContain('Nothing was started.');
    const started = await runCli([...START, '--json'], { services });
    expect(JSON.parse(started.stdout)).toMatchObject({ dry_run: false, trial: { workflow: 'bugfix' } });
    expect((await runCli(START, { services })).exitCode).toBe(1);
  });

  it('shows trials, reports, and writes both reports', async () => {
    const opened = await openTestServices();
    const { services } = opened;
    expect((await runCli(['trial'], { services })).stdout).toContain('No trials yet');
    await teach(services);
    await runCli(START, { services });
    await runTasks(opened, 50, (arm) => (arm === 'memory' ? {} : { outcome: 'failed' }));
    expect((await runCli(['trial', 'status'], { services })).stdout).toContain('25 tasks with memory, 25 without');
    opened.clock.advance(24 * 7);
    const folder = temporaryFolder();
    const [markdown, html] = [join(folder, 'trial.md'), join(folder, 'trial.html')];
    const report = await runCli(['trial', 'report', '--markdown', markdown, '--html', html], { services });
    expect(report.stdout).toContain('Inconclusive.');
    expect(report.stdout).toContain('Memory against holdout');
    const pasted = readFileSync(markdown, 'utf8');
    expect(pasted).toContain('## Trial of bugfix in app');
    expect(pasted).toContain('| Completion, no rewrite | 100.0 % (86.7 to 100.0 %, n = 25) |');
    const page = readFileSync(html, 'utf8');
    expect(page).toContain('<h1>Trial of bugfix in app</h1>');
    expect(page).not.toMatch(/<script|https?:/u);
    expect((await runCli(['trial', 'report', '--html', html], { services })).exitCode).toBe(1);
  });

  it('stops, rolls back, sets holdout and baseline, and refuses what is no share', async () => {
    const { services } = await openTestServices();
    await runCli(START, { services });
    expect((await runCli(['trial', 'rollback', '--rehearse'], { services })).stdout).toContain('Rehearsed in');
    expect((await runCli(['trial', 'extend', '--days', '7'], { services })).exitCode).toBe(0);
    expect((await runCli(['trial', 'stop', '--reason', 'drill'], { services })).stdout).toContain('(drill)');
    expect((await runCli(['trial', 'rollback'], { services })).stdout).toContain('Rolled back in');
    const holdout = await runCli(['trial', 'holdout', '--share', '0.05'], { services });
    expect(holdout.stdout).toContain('5 % of new tasks');
    expect((await runCli(['trial', 'holdout', '--share', '0.055'], { services })).exitCode).toBe(2);
    expect((await runCli(['trial', 'holdout', '--share', 'half'], { services })).exitCode).toBe(2);
    const baseline = ['trial', 'baseline', '--from', '2026-09-01', '--to', '2026-09-30'];
    expect((await runCli(baseline, { services })).stdout).toContain('2026-09-01 00:00 UTC to 2026-09-30');
  });

  it('shows the gates and takes a word on one', async () => {
    const { services } = await openTestServices();
    const told = await runCli(['trial', 'gates', '--answer', 'restore_drill=yes'], { services });
    expect(told.stdout).toContain('[x] restore_drill: A backup was restored and opened.');
    expect(told.stdout).toContain('[ ] outcome_coverage');
    expect((await runCli(['trial', 'gates', '--answer', 'restore_drill=maybe'], { services })).exitCode).toBe(2);
    expect((await runCli(['trial', 'gates', '--answer', 'outcome_coverage=yes'], { services })).exitCode).toBe(2);
  });

  it('keeps no secret and no endless text of what a lead types', async () => {
    const { services } = await openTestServices();
    const secret = await runCli(['trial', 'holdout', '--share', '0', '--reason', `ghp_${'a1B2c3D4e5F6'.repeat(3)}`], {
      services,
    });
    expect(secret.exitCode).not.toBe(0);
    expect(secret.stderr).toContain('SECRET_FOUND');
    const endless = await runCli([...START.slice(0, -1), 'x'.repeat(10_000)], { services });
    expect(endless.exitCode).toBe(1);
    expect(endless.stderr).toContain('TOO_LARGE');
    expect(await services.stores.trials.list('app')).toEqual([]);
  });
});
