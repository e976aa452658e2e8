/** Clients whose hooks call Hone; `git` is not an agent but speaks the same way. */
export const HOOK_CLIENTS = [
  'claude-code',
  'codex',
  'cursor',
  'copilot-cli',
  'vscode',
  'gemini',
  'opencode',
  'git',
] as const;
export type HookClient = (typeof HOOK_CLIENTS)[number];

export const HOOK_KINDS = [
  'session_start',
  'prompt',
  'tool_ok',
  'tool_fail',
  'denied',
  'said',
  'stop',
  'session_end',
  'merged',
] as const;
/** What happened, in Hone's words. `said`: the agent's own last words, where a client sends them apart from the stop. */
export type HookKind = (typeof HOOK_KINDS)[number];

/** What a client said to a hook, whichever client it was. Texts are as they came: secrets leave before anything is kept. */
export interface HookEvent {
  readonly client: HookClient;
  readonly kind: HookKind;
  /** The client's own key of the session; empty where it has none. */
  readonly session: string;
  /** The client's own key of this turn or tool call. */
  readonly turn?: string;
  readonly folder?: string;
  readonly model?: string;
  /** Of a session that starts: `resume` still holds what it was told before. */
  readonly source?: 'startup' | 'resume' | 'clear' | 'compact';
  /** A prompt, or the agent's last words. */
  readonly text?: string;
  readonly tool?: string;
  readonly command?: string;
  readonly paths?: readonly string[];
  /** What a tool answered, where that is read (Hone's own tools). */
  readonly answer?: string;
  readonly error?: string;
  /** A person stopped the agent. */
  readonly interrupted?: boolean;
  /** The agent goes on because a hook asked it to: it is not asked again. */
  readonly continued?: boolean;
  /** What was merged. */
  readonly branch?: string;
}
