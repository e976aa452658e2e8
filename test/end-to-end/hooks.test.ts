import { describe, expect, it } from 'vitest';
import type { HookClient } from '../../src/domain/capture/hook-event.ts';
import { hone } from '../support/hone-process.ts';
import { hookFixtures } from '../support/hook-fixtures.ts';
import { acceptedBy } from '../support/hook-outputs.ts';
import { runHookProcess } from '../support/run-hook-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOISE: readonly (readonly [name: string, stdin: string | Buffer])[] = [
  ['empty', ''],
  ['blank', ' \n'],
  ['malformed', '{"session_id": "s1", "prompt":'],
  ['another kind of JSON', '[1, "two", null]'],
  ['null', 'null'],
  ['fields of other kinds', '{"session_id": 7, "cwd": [], "prompt": {}, "tool_input": "x", "tool_response": false}'],
  ['5 MB', JSON.stringify({ session_id: 's1', cwd: '/repo/app', prompt: 'x'.repeat(5 * 1024 * 1024) })],
  ['binary', Buffer.from(Array.from({ length: 65_536 }, (_, i) => (i * 167) % 256))],
  [
    'terminal codes and lone surrogates',
    '{"session_id":"s\\ud800","prompt":"\\u001b[2J install the \\ud83d packages"}',
  ],
];

const variables = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.filter((name) => !/^CLAUDE/u.test(name)).map((name) => [name, '1']));

/** The recorded payloads share one session, in which a lesson is told once. */
const inItsOwnSession = (payload: object, name: string): string =>
  JSON.stringify(payload).replaceAll(/(?<=")(?:0{8}-0000-4000-8000-0{11}1|ses_0+1)(?=")/gu, `session of ${name}`);

describe('hone hook, as a client starts it', () => {
  it.each([...new Set(hookFixtures.map(({ client }) => client))])(
    'answers every recorded payload of %s with nothing or with what it accepts, and ends with 0',
    async (family) => {
      const home = temporaryFolder();
      await hone(['flag', 'Use pnpm, not npm', '--when', 'running tests or fixing a crash on an empty config file'], {
        home,
        environment: { HONE_DENSE: 'off' },
      });
      let spoke = 0;
      for (const { name, client, event, env, payload } of hookFixtures.filter((one) => one.client === family)) {
        const { exitCode, stdout, stderr } = await runHookProcess([client, event], inItsOwnSession(payload, name), {
          home,
          environment: variables(env),
        });
        expect({ exitCode, stderr }, name).toEqual({ exitCode: 0, stderr: '' });
        if (stdout === '') continue;
        spoke += 1;
        expect(() => acceptedBy(client, event, JSON.parse(stdout)), `${name}: ${stdout}`).not.toThrow();
      }
      expect(spoke).toBeGreaterThan(0);
    },
  );

  it.each(NOISE)('says nothing to %s input, and ends with 0', async (_, stdin) => {
    const home = temporaryFolder();
    for (const [client, event] of [
      ['claude-code', 'UserPromptSubmit'],
      ['gemini', 'AfterTool'],
      ['cursor', 'beforeSubmitPrompt'],
      ['opencode', 'chat.message'],
    ] satisfies [HookClient, string][]) {
      expect(await runHookProcess([client, event], stdin, { home })).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    }
  });

  it('never ends with anything but 0, however it is called', async () => {
    const home = temporaryFolder();
    for (const args of [
      [],
      ['claude-code'],
      ['emacs', 'Save'],
      ['claude-code', 'Nonsense'],
      ['codex', 'Stop', '--bogus', '7'],
    ]) {
      expect(await runHookProcess(args, '{}', { home }), args.join(' ')).toMatchObject({ exitCode: 0, stdout: '' });
    }
    const elsewhere = await runHookProcess(
      ['claude-code', 'Stop', '--store', '/proc/nowhere/hone.db'],
      '{"session_id":"s"}',
      { home },
    );
    expect(elsewhere).toMatchObject({ exitCode: 0, stdout: '' });
  });
});
