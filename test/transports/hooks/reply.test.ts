import { describe, expect, it } from 'vitest';
import { reply } from '../../../src/transports/hooks/reply.ts';
import { hookFixtures } from '../../support/hook-fixtures.ts';
import { acceptedBy } from '../../support/hook-outputs.ts';

const CONTEXT = { as: 'context', text: 'The team found something.' } as const;
const QUESTION = { as: 'question', text: 'Is there a lesson?' } as const;

describe('reply', () => {
  it('says to every client only what it accepts for the event', () => {
    for (const { name, client, event } of hookFixtures) {
      for (const word of [CONTEXT, QUESTION]) {
        const said = reply(client, event, word);
        if (said !== null) expect(() => acceptedBy(client, event, said), name).not.toThrow();
      }
    }
  });

  it('reaches the model at the session start and at the prompt wherever the client lets it', () => {
    const speaks = (client: Parameters<typeof reply>[0], ...events: string[]) =>
      events.filter((event) => reply(client, event, CONTEXT) !== null);
    expect(speaks('claude-code', 'SessionStart', 'UserPromptSubmit', 'PostToolUseFailure')).toHaveLength(3);
    expect(speaks('codex', 'SessionStart', 'UserPromptSubmit', 'PostToolUse')).toHaveLength(2);
    expect(speaks('cursor', 'sessionStart', 'beforeSubmitPrompt', 'postToolUseFailure')).toHaveLength(3);
    expect(speaks('copilot-cli', 'SessionStart', 'UserPromptSubmit', 'userPromptSubmitted')).toHaveLength(2);
    expect(speaks('vscode', 'SessionStart', 'UserPromptSubmit', 'PostToolUse')).toHaveLength(2);
    expect(speaks('gemini', 'SessionStart', 'BeforeAgent', 'AfterTool')).toHaveLength(3);
    expect(speaks('opencode', 'chat.message', 'session.created')).toHaveLength(1);
  });

  it('asks at the stop and nowhere else', () => {
    const asking = hookFixtures.filter(({ client, event }) => reply(client, event, QUESTION) !== null);
    expect([...new Set(asking.map(({ client, event }) => `${client} ${event}`))].sort()).toEqual([
      'claude-code Stop',
      'codex Stop',
      'copilot-cli Stop',
      'copilot-cli agentStop',
      'cursor stop',
      'gemini AfterAgent',
      'vscode Stop',
    ]);
  });
});
