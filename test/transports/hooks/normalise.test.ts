import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOOK_CLIENTS, HOOK_KINDS, type HookEvent } from '../../../src/domain/capture/hook-event.ts';
import { callingClient, normalise } from '../../../src/transports/hooks/normalise.ts';
import { hookFixture, hookFixtures } from '../../support/hook-fixtures.ts';

const normalised = (name: string): HookEvent | null => {
  const { client, event, payload } = hookFixture(name);
  return normalise(client, event, payload);
};

describe('normalise', () => {
  it('knows the session, and the folder where the client tells it, of all that it does not pass over', () => {
    for (const { name, client, event, payload } of hookFixtures) {
      const found = normalise(client, event, payload);
      if (found === null) continue;
      expect(found.session, name).not.toBe('');
      if (client !== 'opencode') expect(found.folder, name).toBe('/repo/app');
    }
  });

  it('passes over what Hone has no use for', () => {
    const passed = hookFixtures.filter(({ client, event, payload }) => normalise(client, event, payload) === null);
    expect([...new Set(passed.map(({ event }) => event))].sort()).toEqual(
      [
        'BeforeTool',
        'PostCompact',
        'PreCompact',
        'PreCompress',
        'PreToolUse',
        'StopFailure',
        'SubagentStop',
        'file.edited',
        'message.updated',
        'plugin.init',
        'preToolUse',
        'session.status',
        'tool.execute.before',
      ].sort(),
    );
  });

  it('reads the same correction from every client', () => {
    const corrections = hookFixtures.filter(({ name }) => name.endsWith('.correction'));
    expect(new Set(corrections.map(({ client }) => client)).size).toBe(7);
    for (const { client, event, payload } of corrections) {
      expect(normalise(client, event, payload)).toMatchObject({
        kind: 'prompt',
        text: "No, don't use npm here, we use pnpm: run pnpm test instead.",
      });
    }
  });

  it.each([
    'claude-code/PostToolUseFailure.shell',
    'codex/PostToolUse.shell',
    'copilot-cli/PostToolUse.shell',
    'copilot-cli/postToolUse.shell',
    'gemini/AfterTool.shell',
    'opencode/tool.execute.after.shell',
    'vscode/PostToolUse',
  ])('sees that the command failed, with the error and nothing around it: %s', (name) => {
    const found = normalised(name);
    expect(found).toMatchObject({ kind: 'tool_fail', command: 'npm test' });
    expect(found?.error).toMatch(/^npm error code ENOENT/u);
    expect(found?.error).not.toMatch(/untrusted_context|Exit Code|shellId|PGID/u);
  });

  it('sees that a command went well', () => {
    expect(normalised('claude-code/PostToolUse.shell')).toMatchObject({
      kind: 'tool_ok',
      command: 'git status --short',
    });
    expect(normalised('cursor/postToolUse')).toMatchObject({ kind: 'tool_ok', command: 'git status --short' });
  });

  it('keeps which file was written, never what was written', () => {
    for (const { name, client, event, payload } of hookFixtures.filter((one) =>
      /\.write$|afterFileEdit/u.test(one.name),
    )) {
      const found = normalise(client, event, payload);
      if (found === null) continue;
      expect(found.paths?.[0], name).toMatch(/src\/parse\.js$/u);
      expect(JSON.stringify(found), name).not.toContain('module.exports');
    }
  });

  it("takes Hone's own words out of Gemini's prompt, and the quotes off opencode's", () => {
    expect(normalised('gemini/BeforeAgent.with-own-context')?.text).toBe(
      'Write a unit test for the parser and run it.',
    );
    expect(normalised('opencode/chat.message')?.text).toBe('Fix the crash when the config file is empty.');
  });

  it('tells a resumed session from a new one', () => {
    for (const client of ['claude-code', 'codex', 'gemini', 'copilot-cli']) {
      expect(normalised(`${client}/SessionStart.resume`)?.source).toBe('resume');
      expect(normalised(`${client}/SessionStart`)?.source).toBe('startup');
    }
  });

  it('breaks on no payload', () => {
    const events = [...new Set(hookFixtures.map(({ event }) => event))];
    fc.assert(
      fc.property(
        fc.constantFrom(...HOOK_CLIENTS),
        fc.constantFrom(...events),
        fc.dictionary(
          fc.constantFrom(...new Set(hookFixtures.flatMap(({ payload }) => Object.keys(payload)))),
          fc.anything(),
        ),
        (client, event, payload) => {
          const found = normalise(client, event, payload);
          if (found !== null) expect(HOOK_KINDS).toContain(found.kind);
        },
      ),
    );
  });
});

describe('callingClient', () => {
  const none = {};
  it('takes the word of the configuration', () => {
    for (const client of HOOK_CLIENTS) expect(callingClient(client, none, {})).toBe(client);
    expect(callingClient('emacs', none, {})).toBeNull();
  });

  it("sees who runs another client's hooks", () => {
    expect(callingClient('claude-code', none, { COPILOT_CLI: '1', CLAUDE_PROJECT_DIR: '/repo' })).toBe('copilot-cli');
    expect(callingClient('claude-code', none, { CURSOR_VERSION: '3.20' })).toBe('cursor');
    expect(callingClient('copilot-cli', { hookEventName: 'Stop' }, {})).toBe('vscode');
    expect(callingClient('claude-code', none, { CLAUDECODE: '1' })).toBe('claude-code');
  });
});
