import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { FILE_FORMATS } from '../../src/domain/import/file-format.ts';
import { addLessons, newLesson } from '../contracts/samples.ts';
import { attackCase } from '../support/attack-case.ts';
import { type HoneAnswer, hone } from '../support/hone-process.ts';
import { acceptedBy } from '../support/hook-outputs.ts';
import { runHookProcess } from '../support/run-hook-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ID = 'les_stored';
const OFF = { HONE_DENSE: 'off' };

/** A home whose store holds a lesson that was put in past the guards, as an older version might have left it. */
const homeWith = async (stored: Readonly<Record<string, string>>, project = 'app'): Promise<string> => {
  const home = temporaryFolder();
  const store = await openSqliteStore({ path: join(home, 'hone', 'hone.db') });
  const text = { when: 'installing the packages', rule: 'Use pnpm.', ...stored };
  const words = { text: ['instal', 'packag', 'fake', 'prompt'] };
  await addLessons(store, newLesson(ID, { ...text, project }, words));
  await store.close();
  return home;
};

const play = async (id: string): Promise<HoneAnswer> => {
  const { argv, stored } = attackCase(id);
  const home = await homeWith(stored);
  return hone(
    argv.map((word) => word.replace('{id}', ID)),
    { home, environment: OFF },
  );
};

describe('stored text on a terminal', () => {
  it.each([
    ['OUT-04.1 clears the screen'],
    ['OUT-04.2 a hidden link'],
    ['OUT-04.3 the clipboard'],
    ['OUT-04.4 one-byte sequences'],
    ['OUT-04.5 asks the terminal'],
  ])('%s: no control byte comes out', async (title) => {
    const { exitCode, stdout, stderr } = await play(title.split(' ')[0] ?? '');
    expect(exitCode).toBe(0);
    expect(stdout).not.toBe('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });
});

describe('stored text in a table for another program', () => {
  it('OUT-05.1 OUT-05.2 OUT-05.3 OUT-05.4 OUT-05.5 formulas in CSV: nothing is written as CSV, and JSON keeps the letters', async () => {
    expect(FILE_FORMATS).not.toContain('csv');
    const { argv, stored } = attackCase('OUT-05.1');
    const home = await homeWith(stored);
    expect(await hone(argv, { home, environment: OFF })).toMatchObject({ exitCode: 2, stdout: '' });
    const { stdout } = await hone(['lessons', 'list', '--json'], { home, environment: OFF });
    expect(JSON.parse(stdout).items).toMatchObject([{ rule: stored.rule }]);
  });
});

const ASKED = { session_id: 's1', cwd: '/repo/app', transcript_path: '/nowhere', permission_mode: 'default' };
const SAID: Readonly<Record<string, object>> = {
  UserPromptSubmit: { prompt: 'installing the packages' },
  SessionStart: { source: 'startup' },
  PostToolUse: {
    tool_name: 'Bash',
    tool_input: { command: 'pnpm install' },
    tool_response: { stdout: '', stderr: 'installing the packages failed', interrupted: false },
  },
};

/** What the hook says to its client in a team whose lesson reads like this. */
const told = async (stored: Readonly<Record<string, string>>, event: string): Promise<string> => {
  const home = await homeWith(stored);
  const payload = JSON.stringify({ ...ASKED, hook_event_name: event, ...SAID[event] });
  const { exitCode, stdout } = await runHookProcess(['claude-code', event], payload, { home, environment: OFF });
  expect(exitCode).toBe(0);
  return stdout;
};

describe('stored text in the answer of a hook', () => {
  it.each([
    ['OUT-11.1 closes the answer and decides'],
    ['OUT-11.2 a file mention and a command'],
    ['OUT-11.3 escapes that become quotes'],
  ])('%s: one JSON value without a decision, every line of it inside the fence behind a mark', async (title) => {
    const { argv, stored } = attackCase(title.split(' ')[0] ?? '');
    let spoke = 0;
    for (const event of new Set(['UserPromptSubmit', argv.at(-1) ?? ''])) {
      const stdout = await told(stored, event);
      if (stdout === '') continue;
      spoke += 1;
      const answer = JSON.parse(stdout);
      expect(() => acceptedBy('claude-code', event, answer)).not.toThrow();
      const { additionalContext } = answer.hookSpecificOutput;
      expect(additionalContext.replace(/\n {6}/gu, '\n')).toContain(stored.rule);
      for (const line of stored.rule?.split('\n') ?? []) expect(additionalContext.split('\n')).not.toContain(line);
    }
    expect(spoke).toBeGreaterThan(0);
  });
});
