import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { examplesOf } from '../../../src/transports/cli/command.ts';
import { documentedProgram } from '../../../src/transports/cli/documented-program.ts';
import { pathOf } from '../../../src/transports/cli/group.ts';
import { runCli } from '../../support/cli-host.ts';

const program = documentedProgram();
const below = (command: Command): Command[] => [command, ...command.commands.flatMap(below)];
const all = below(program).map((command) => ({ path: pathOf(command), command }));

describe('every command', () => {
  it.each(all)('$path says what it does and shows a call of itself', ({ path, command }) => {
    expect(command.description()).toMatch(/\w{3}/u);
    const [example] = examplesOf(command);
    expect(example?.startsWith(command === program ? 'hone' : path)).toBe(true);
    expect(command.options.filter((option) => option.description === '')).toEqual([]);
  });

  it.each(all)('$path --help ends well and opens nothing', async ({ path }) => {
    const { exitCode, stdout, stderr, connections } = await runCli([...path.split(' ').slice(1), '--help']);
    expect({ exitCode, stderr, connections }).toEqual({ exitCode: 0, stderr: '', connections: [] });
    expect(stdout).toMatch(new RegExp(`^Usage: ${path} `, 'u'));
    expect(stdout).toMatch(/Examples?:\n/u);
    expect(stdout).toContain('--json');
  });

  it.each(all)('$path refuses an option that it does not know, with exit 2 and nothing on stdout', async ({ path }) => {
    const { exitCode, stdout, stderr } = await runCli([...path.split(' ').slice(1), '--nonsense']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^INVALID_INPUT: /u);
  });
});

describe('hone', () => {
  it('alone says what it is and three things to try', async () => {
    const { exitCode, stdout, connections } = await runCli([]);
    expect({ exitCode, connections }).toEqual({ exitCode: 0, connections: [] });
    expect(stdout.match(/^ {2}hone .*/gmu)).toHaveLength(3);
  });

  it('knows its version', async () => {
    expect(await runCli(['--version'])).toMatchObject({ exitCode: 0, stdout: '0.0.0-test\n' });
  });

  it.each([
    [['reviw'], /Did you mean `hone review`\?/u],
    [['review', 'acept', 'les_x'], /Did you mean `hone review accept`\?/u],
    [['review', 'list', '--limt', '3'], /Did you mean --limit\?/u],
    [['flag', 'x'], /--when <situation>.*not specified.*Example: hone flag /su],
    [['outcome', 'r', '--outcome', 'great'], /completed_clean/u],
    [['recall', 'x', '--limit', '11'], /1 to 10/u],
    [['serve', '--port', '1'], /for --http/u],
    [['serve', '--http', '--port', '65536'], /0 to 65535/u],
    [['runs', 'show'], /Missing required argument/u],
    [['runs', 'show', 'a', 'b'], /Too many arguments/u],
    [['review', 'edit', 'les_x'], /Nothing is to be changed/u],
    [['review', 'reject', 'les_x'], /--reason/u],
    [['outcome', 'r', '--outcome', 'failed', '--verdict', 'les_x=great'], /LESSON=VERDICT/u],
  ])('%j is used wrongly', async (args, words) => {
    const { exitCode, stdout, stderr } = await runCli(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });

  it('says a refusal as JSON with --json, wherever that stands', async () => {
    for (const args of [
      ['--json', 'reviw'],
      ['flag', 'x', '--json'],
    ]) {
      const { exitCode, stdout, stderr } = await runCli(args);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(JSON.parse(stderr)).toEqual({
        error: { code: 'INVALID_INPUT', message: expect.any(String), hint: expect.any(String) },
      });
    }
  });

  it('shows a terminal no control character of what was typed', async () => {
    const { stderr } = await runCli(['recall', 'x', '--limit', '\u001b[31m7']);
    expect(stderr).not.toContain('\u001b');
  });
});
