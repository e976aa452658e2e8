import { describe, expect, it } from 'vitest';
import type { Captured, Happening } from '../../../src/domain/capture/captured.ts';
import type { HookAnswer, HookQuestion } from '../../../src/domain/capture/hook-answer.ts';
import type { HookClient } from '../../../src/domain/capture/hook-event.ts';
import type { SessionNote } from '../../../src/domain/capture/session-notes.ts';
import type { HookDesk } from '../../../src/transports/hooks/hook-desk.ts';
import { runHook } from '../../../src/transports/hooks/run-hook.ts';

/** A desk that keeps everything, and answers what a test says. */
const desk = (answer: HookAnswer | null = null) => {
  const spooled: Captured[] = [];
  const asked: HookQuestion[] = [];
  const notes: SessionNote[] = [];
  const marks = new Set<string>();
  const made: HookDesk = {
    spool: { append: (event) => void spooled.push(event) },
    memory: () => ({
      notes: () => notes,
      note: (entry) => void notes.push(entry),
      first: (mark) => !marks.has(mark) && marks.add(mark).has(mark),
    }),
    where: () => ({ project: 'app', branch: 'fix/empty-config' }),
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
    detector: () => null,
    now: () => '2026-10-01T09:00:00.000Z',
  };
  const call = (client: HookClient, event: string, payload: object) =>
    runHook(made, { client, event, payload: { session_id: 's', cwd: '/repo/app', ...payload } });
  const happened = (): Happening[] => spooled.map(({ what }) => what);
  return { call, happened, spooled, asked, notes };
};

const TOLD: HookAnswer = { text: 'The team has learned something.', shown: ['les_1'] };

describe('runHook', () => {
  it('counts a refused call, an interrupt, and a revert that the person asked for as interventions', async () => {
    const { call, happened } = desk();
    await call('claude-code', 'PermissionDenied', { tool_name: 'Bash', tool_input: { command: 'rm -rf build' } });
    await call('claude-code', 'PostToolUseFailure', {
      tool_name: 'Bash',
      tool_input: { command: 'npm test' },
      error: 'x',
      is_interrupt: true,
    });
    await call('claude-code', 'UserPromptSubmit', { prompt: 'Please put the parser back as it was' });
    await call('claude-code', 'PostToolUse', {
      tool_name: 'Bash',
      tool_input: { command: 'git restore src/parse.js' },
    });
    expect(happened().filter(({ type }) => type === 'intervened')).toEqual([
      { type: 'intervened', kind: 'override', note: 'refused: rm -rf build' },
      { type: 'intervened', kind: 'takeover', note: 'stopped: npm test' },
      { type: 'intervened', kind: 'rollback', note: 'git restore src/parse.js' },
    ]);
  });

  it('takes an agent that undoes its own attempt for no intervention', async () => {
    const { call, happened } = desk();
    await call('codex', 'UserPromptSubmit', { prompt: 'Fix the crash in the parser' });
    await call('codex', 'PostToolUse', {
      tool_name: 'Bash',
      tool_input: { command: 'git restore .' },
      tool_response: '',
    });
    expect(happened().map(({ type }) => type)).toEqual(['prompt']);
  });

  it('keeps no secret, neither on disk nor in what it asks', async () => {
    const { call, spooled, asked } = desk();
    const secret = ['ghp', 'Xw7Qk2Rm9Tz4Lp6Vn8Bc5Df3Hj1Ks0YaZe2U'].join('_');
    await call('codex', 'UserPromptSubmit', { prompt: `Use the token ${secret} to publish the package` });
    expect(JSON.stringify([spooled, asked])).not.toContain(secret);
    expect(spooled).toHaveLength(1);
  });

  it('says once what fires twice, and tells whoever searches what the agent has before it', async () => {
    const { call, spooled, asked } = desk(TOLD);
    const prompt = { prompt: 'Install the dependencies of the service' };
    expect(await call('claude-code', 'UserPromptSubmit', prompt)).toContain('The team has learned');
    expect(await call('copilot-cli', 'UserPromptSubmit', prompt)).toBe('');
    expect(spooled).toHaveLength(1);
    await call('claude-code', 'UserPromptSubmit', { prompt: 'and of the other one' });
    expect(asked.map(({ shown }) => shown)).toEqual([[], ['les_1']]);
    await call('claude-code', 'SessionStart', { source: 'compact' });
    expect(asked.at(-1)?.shown, 'a compacted session forgot').toEqual([]);
  });

  it('holds what a client takes no words for until it does', async () => {
    const { call } = desk(TOLD);
    expect(await call('vscode', 'UserPromptSubmit', { prompt: 'Install the dependencies' })).toBe('');
    const tool = { tool_name: 'runTerminalCommand', tool_input: { command: 'ls' }, tool_response: 'src' };
    expect(await call('vscode', 'PostToolUse', tool)).toContain('The team has learned');
    expect(await call('vscode', 'PostToolUse', tool)).toBe('');
  });

  it('asks nobody about a slash command or a single word', async () => {
    const { call, asked } = desk(TOLD);
    for (const prompt of ['/compact', 'yes', '', '  go  ']) await call('codex', 'UserPromptSubmit', { prompt });
    expect(asked).toEqual([]);
  });

  it('closes the run at the end as what the agent did, unless the agent did so itself', async () => {
    const { call, happened } = desk();
    await call('codex', 'UserPromptSubmit', { prompt: 'Fix the crash in the parser' });
    await call('codex', 'Stop', { last_assistant_message: 'Done.' });
    await call('codex', 'SessionEnd', {});
    expect(happened().at(-1)).toEqual({ type: 'ended', finished: true });
    const other = desk();
    await other.call('codex', 'PostToolUse', {
      tool_name: 'mcp__hone__record_outcome',
      tool_input: {},
      tool_response: 'ok',
    });
    await other.call('codex', 'SessionEnd', {});
    expect(other.happened()).toEqual([]);
  });
});
