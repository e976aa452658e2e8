import type { HookClient } from '../../domain/capture/hook-event.ts';
import { claudeCodeReply } from './reply/claude-code.ts';
import { codexReply } from './reply/codex.ts';
import { copilotCliReply } from './reply/copilot-cli.ts';
import { cursorReply } from './reply/cursor.ts';
import { geminiReply } from './reply/gemini.ts';
import { opencodeReply } from './reply/opencode.ts';
import { vscodeReply } from './reply/vscode.ts';
import type { Reply, Word } from './word.ts';

const REPLIES: Readonly<Record<HookClient, Reply>> = {
  'claude-code': claudeCodeReply,
  codex: codexReply,
  cursor: cursorReply,
  'copilot-cli': copilotCliReply,
  vscode: vscodeReply,
  gemini: geminiReply,
  opencode: opencodeReply,
  git: () => null,
};

export const reply = (client: HookClient, event: string, word: Word): object | null => REPLIES[client](event, word);
