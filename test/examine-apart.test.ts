import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { startConsole } from './support/console-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

describe('the health page of a real server', () => {
  it('shows what a process beside the server found', async () => {
    const home = temporaryFolder();
    const { origin, stop } = await startConsole(home, ['--no-auth']);
    const page = async () => (await fetch(`${origin}/health`)).text();
    expect(await page()).toContain('being examined');
    let found = '';
    while (!found.includes('Examined at')) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      found = await page();
    }
    expect(found).toContain('The file is sound.');
    await stop();
  });

  it('hands everything on in a form that survives the way', async () => {
    const folder = temporaryFolder();
    const environment = {
      HONE_HOME: join(folder, 'home'),
      HONE_WEBHOOK_URL: 'https://h.example.com/x',
      HONE_WEBHOOK_SECRET: 'a-secret-of-at-least-24-characters',
    };
    const config = await readConfig({ flags: {}, environment, folder });
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });
});
