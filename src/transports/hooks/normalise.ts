import { HOOK_CLIENTS, type HookClient, type HookEvent } from '../../domain/capture/hook-event.ts';
import { claudeCode } from './normalise/claude-code.ts';
import { claudeLike, type Dialect } from './normalise/claude-like.ts';
import { codex } from './normalise/codex.ts';
import { copilotCli } from './normalise/copilot-cli.ts';
import { ofCursor } from './normalise/cursor.ts';
import { ofGemini } from './normalise/gemini.ts';
import { ofGit } from './normalise/git.ts';
import { ofOpencode } from './normalise/opencode.ts';
import { vscode } from './normalise/vscode.ts';
import { type Payload, textOf } from './payload-fields.ts';

type Normaliser = (event: string, payload: Payload) => HookEvent | null;

const spoken =
  (dialect: Dialect): Normaliser =>
  (event, payload) =>
    claudeLike(dialect, event, payload);

const NORMALISERS: Readonly<Record<HookClient, Normaliser>> = {
  'claude-code': spoken(claudeCode),
  codex: spoken(codex),
  // With Claude Code's hooks switched on it speaks of them by their names.
  cursor: (event, payload) =>
    ofCursor(event, payload) ?? claudeLike({ ...claudeCode, client: 'cursor' }, event, payload),
  'copilot-cli': spoken(copilotCli),
  vscode: spoken(vscode),
  gemini: ofGemini,
  opencode: ofOpencode,
  git: ofGit,
};

/** One event in Hone's words; null for what Hone has no use for. Reads what is there, whatever is missing. */
export const normalise = (client: HookClient, event: string, payload: Payload): HookEvent | null =>
  NORMALISERS[client](event || (textOf(payload, 'hook_event_name', 'hookEventName') ?? ''), payload);

/** Which variables of a client's tell that it is the caller. Asked in this order: others set Claude Code's too. */
const SIGNS: readonly (readonly [variable: string, client: HookClient])[] = [
  ['CURSOR_VERSION', 'cursor'],
  ['GEMINI_SESSION_ID', 'gemini'],
  ['COPILOT_CLI', 'copilot-cli'],
];

/**
 * Who really calls. Some clients run the hooks that were written for another one: Copilot CLI and Cursor those of Claude
 * Code, VS Code those of Copilot CLI.
 */
export const callingClient = (
  named: string,
  payload: Payload,
  environment: Readonly<Record<string, string | undefined>>,
): HookClient | null => {
  if (named === 'git') return 'git';
  const sign = SIGNS.find(([variable]) => (environment[variable] ?? '') !== '')?.[1];
  if (sign !== undefined && (named === 'claude-code' || named === 'auto' || named === 'copilot-cli')) return sign;
  if (named === 'copilot-cli' && 'hookEventName' in payload) return 'vscode';
  if (named === 'auto') return 'cursor_version' in payload ? 'cursor' : 'claude-code';
  return HOOK_CLIENTS.find((client) => client === named) ?? null;
};
