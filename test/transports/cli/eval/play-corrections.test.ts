import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../support/cli-host.ts';

const folderWith = (...lines: readonly object[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-turns-'));
  writeFileSync(join(folder, 'turns.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  return folder;
};
const turn = (repo: string, text: string, intervention: boolean) => ({ repo, context: 'Done.', text, intervention });

describe('hone eval corrections', () => {
  it('judges the shipped detector and the way of training', async () => {
    const folder = folderWith(
      ...['a', 'b', 'c'].flatMap((repo) => [turn(repo, 'no, that is wrong', true), turn(repo, 'thanks, go on', false)]),
    );
    const { exitCode, stdout } = await runCli(['eval', 'corrections', '--data', folder, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      evaluation: 'corrections',
      shipped: { turns: 6, interventions: 3, average_precision: { value: 1 } },
      cross_validated: { repositories: 3 },
    });
  });

  it('says what is wrong with the data', async () => {
    const empty = await runCli(['eval', 'corrections', '--data', mkdtempSync(join(tmpdir(), 'hone-turns-'))]);
    expect(empty).toMatchObject({ exitCode: 2 });
    expect(empty.stderr).toContain('turns.jsonl');
    const wrong = await runCli(['eval', 'corrections', '--data', folderWith({ repo: 'a', text: 'no' })]);
    expect(wrong.stderr).toContain('Turn 1');
  });
});
