import type { SetupClient } from '../../domain/client-setup.ts';
import { claudeCode } from './claude-code.ts';
import type { ClientDefinition } from './client-definition.ts';
import { codex } from './codex.ts';
import { copilotCli } from './copilot-cli.ts';
import { cursor } from './cursor.ts';
import { gemini } from './gemini.ts';
import { mcpJson } from './mcp-json.ts';
import { opencode } from './opencode.ts';
import { vscode } from './vscode.ts';

export const allClients: Readonly<Record<SetupClient, ClientDefinition>> = {
  'claude-code': claudeCode,
  codex,
  cursor,
  vscode,
  'copilot-cli': copilotCli,
  gemini,
  opencode,
  'mcp-json': mcpJson,
};
