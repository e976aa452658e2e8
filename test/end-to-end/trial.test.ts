import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, it } from 'vitest';
import { hone } from '../support/hone-process.ts';
import { serveCommand } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TASK = 'installing dependencies';

it('a trial, and its rollback, hold in a server that runs, at its next answer', async () => {
  const home = temporaryFolder();
  const environment = { HONE_DENSE: 'off' };
  const command = async (...args: string[]) => {
    const answer = await hone([...args, '--json'], { home, environment });
    expect(answer.exitCode, answer.stderr).toBe(0);
    return JSON.parse(answer.stdout);
  };
  const client = new Client({ name: 'test', version: '1.0.0' });
  const { command: program, ...start } = serveCommand(home);
  await client.connect(new StdioClientTransport({ command: program, ...start, stderr: 'ignore' }));
  const shownTo = async (key: string): Promise<string[]> => {
    const input = { task: TASK, task_key: key, workflow: 'bugfix' };
    const { structuredContent } = await client.callTool({ name: 'start_task', arguments: input });
    const { recall } = structuredContent as { recall: { lessons: { lesson_id: string }[] } };
    return recall.lessons.map((lesson) => lesson.lesson_id);
  };
  try {
    const flagged = await command('flag', 'Use pnpm here, never npm.', '--when', TASK);
    const old = flagged.lesson.lesson_id;
    expect(await shownTo('A-1')).toEqual([old]);

    await command('trial', 'start', '--workflow', 'bugfix', '--owner', 'platform-team');
    const pairs: string[][] = [];
    for (let index = 0; index < 8; index += 1) pairs.push(await shownTo(`T-${index}`));
    expect(pairs.filter((shown) => shown.length === 0)).toHaveLength(4);
    const later = await command('flag', 'Never run the installer as root.', '--when', TASK);
    const during = [await shownTo('T-8'), await shownTo('T-9')].flat();
    expect(during).toEqual([old]);

    const rolledBack = await command('trial', 'rollback', '--reason', 'drill');
    expect(rolledBack.seconds).toBeLessThan(60);
    expect(new Set(rolledBack.received.map((one: { lesson_id: string }) => one.lesson_id))).toEqual(new Set([old]));
    expect(await shownTo('R-1')).toEqual([old]);
    expect(await shownTo('R-2')).toEqual([old]);
    await command('trial', 'holdout', '--share', '0', '--workflow', 'bugfix');
    // An answer holds one provisional lesson at most.
    await command('review', 'accept', old, later.lesson.lesson_id);
    expect((await shownTo('R-3')).sort()).toEqual([old, later.lesson.lesson_id].sort());
  } finally {
    await client.close();
  }
});
