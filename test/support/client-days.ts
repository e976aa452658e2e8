import type { HookClient } from '../../src/domain/capture/hook-event.ts';
import { hookFixture } from './hook-fixtures.ts';

/** The events of a working day as one client family sends them, made from its recorded payloads. */
export interface ClientDay {
  readonly client: HookClient;
  /** Where words for a prompt reach the model: at the prompt, or at the next tool call. */
  readonly speaks: 'prompt' | 'tool';
  /** Whether the client lets a hook ask the agent something at its stop. */
  readonly asks: boolean;
  readonly events: {
    readonly start: string | null;
    readonly prompt: string;
    readonly tool: string;
    readonly said: string | null;
    readonly stop: string;
    readonly end: string | null;
  };
}

export const clientDays: readonly ClientDay[] = [
  {
    client: 'claude-code',
    speaks: 'prompt',
    asks: true,
    events: {
      start: 'SessionStart',
      prompt: 'UserPromptSubmit',
      tool: 'PostToolUseFailure.shell',
      said: null,
      stop: 'Stop',
      end: 'SessionEnd',
    },
  },
  {
    client: 'codex',
    speaks: 'prompt',
    asks: true,
    events: {
      start: 'SessionStart',
      prompt: 'UserPromptSubmit',
      tool: 'PostToolUse.shell',
      said: null,
      stop: 'Stop',
      end: 'SessionEnd',
    },
  },
  {
    client: 'gemini',
    speaks: 'prompt',
    asks: true,
    events: {
      start: 'SessionStart',
      prompt: 'BeforeAgent',
      tool: 'AfterTool.shell',
      said: null,
      stop: 'AfterAgent',
      end: 'SessionEnd',
    },
  },
  {
    client: 'copilot-cli',
    speaks: 'prompt',
    asks: true,
    events: {
      start: 'SessionStart',
      prompt: 'UserPromptSubmit',
      tool: 'PostToolUse.shell',
      said: null,
      stop: 'Stop',
      end: 'SessionEnd',
    },
  },
  {
    client: 'cursor',
    speaks: 'prompt',
    asks: true,
    events: {
      start: 'sessionStart',
      prompt: 'beforeSubmitPrompt',
      tool: 'postToolUseFailure',
      said: 'afterAgentResponse',
      stop: 'stop',
      end: 'sessionEnd',
    },
  },
  {
    client: 'vscode',
    speaks: 'tool',
    asks: true,
    events: {
      start: 'SessionStart',
      prompt: 'UserPromptSubmit',
      tool: 'PostToolUse',
      said: null,
      stop: 'Stop',
      end: null,
    },
  },
  {
    client: 'opencode',
    speaks: 'prompt',
    asks: false,
    events: {
      start: 'session.created',
      prompt: 'chat.message',
      tool: 'tool.execute.after.shell',
      said: null,
      stop: 'session.idle',
      end: null,
    },
  },
];

const PROMPT = 'Fix the crash when the config file is empty.';

/** One event of the day: its name, and the payload of a session in a folder, with the person's words where it has any. */
export const eventOf = (
  day: ClientDay,
  moment: keyof ClientDay['events'],
  given: { session: string; folder: string; prompt?: string },
): { event: string; payload: string } | null => {
  const name = day.events[moment];
  if (name === null) return null;
  const { event, payload } = hookFixture(`${day.client}/${name}`);
  const text = JSON.stringify({ ...payload, ...(day.client === 'opencode' ? { directory: given.folder } : {}) })
    .replaceAll(/0{8}-0000-4000-8000-0{11}1|ses_0+1/gu, given.session)
    .replaceAll('/repo/app', given.folder);
  return { event, payload: given.prompt === undefined ? text : text.replace(PROMPT, given.prompt) };
};
