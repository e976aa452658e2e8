import { describe, expect, it } from 'vitest';
import { signedWebhook } from '../../../../src/adapters/webhooks/signed-webhook.ts';
import { startTask } from '../../../../src/use-cases/start-task.ts';
import { runCli } from '../../../support/cli-host.ts';
import { startReceiver } from '../../../support/receiver.ts';
import { openTestServices, soloAgent } from '../../../support/test-services.ts';

describe('hone digest', () => {
  it('says in lines what happened, and the same as JSON', async () => {
    const { services } = await openTestServices();
    await startTask(services, soloAgent, { task: 'mend the parser' });
    const { stdout, exitCode } = await runCli(['digest'], { services });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('1 run of 1 task');
    const json = await runCli(['--json', 'digest', '--since', '7d'], { services });
    expect(JSON.parse(json.stdout)).toMatchObject({ project: 'app', runs: 1 });
  });

  it('sends it once a day, and says where it would go when there is nowhere', async () => {
    const { services } = await openTestServices();
    const nowhere = await runCli(['digest', '--send'], { services });
    expect(nowhere.exitCode).toBe(2);
    expect(nowhere.stderr).toContain('HONE_WEBHOOK_URL');
    const { url, received, answer } = await startReceiver({ status: 500 });
    const secret = 'a-secret-of-at-least-24-characters';
    const telling = { ...services, messengers: [signedWebhook({ url, secret })] };
    const failed = await runCli(['digest', '--send'], { services: telling });
    expect([failed.exitCode, failed.stderr]).toEqual([1, expect.stringContaining('Not delivered')]);
    answer.status = 200;
    const again = await runCli(['digest', '--send'], { services: telling });
    expect([again.exitCode, again.stderr]).toEqual([0, expect.stringContaining('once a day')]);
    expect(received).toHaveLength(1);
  });
});
