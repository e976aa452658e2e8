import { spawn } from 'node:child_process';
import type { StartCheck } from '../../domain/client-setup.ts';
import type { Command, Places } from './client-definition.ts';

/** As long as the most patient clients wait. */
const PATIENCE_MS = 30_000;
/** In a first turn without a person, Codex offers only what answered within about this time. */
const PROMPT_MS = 1_000;
/** All that the strictest client gives a server. */
const PASSED_ON = ['HOME', 'LANG', 'PATH', 'TERM', 'USERPROFILE', 'SystemRoot', 'APPDATA', 'LOCALAPPDATA'];

const HELLO = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'hone-init', version: '1' } },
};
const READY = { jsonrpc: '2.0', method: 'notifications/initialized' };
const LIST = { jsonrpc: '2.0', id: 2, method: 'tools/list' };

/** Starts a server as a client would, in its environment, and asks for the tools. */
export const checkStart = ({ command, args, env }: Command, places: Places): Promise<StartCheck> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, [...args], {
      cwd: places.folder,
      env: { ...Object.fromEntries(PASSED_ON.map((name) => [name, places.env[name]])), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let complaint = '';
    const end = (check: StartCheck): void => {
      clearTimeout(timer);
      child.stdin.end();
      child.kill();
      resolve(check);
    };
    const failed = (detail: string): void => end({ ok: false, detail, ms: null });
    const timer = setTimeout(() => failed(`it did not answer within ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
    child.on('error', () => failed(`${command} could not be started`));
    child.on('close', (code) => failed(`it ended with ${code}: ${complaint.trim().split('\n')[0] ?? ''}`));
    child.stderr.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(0, 2_000);
    });
    child.stdin.on('error', () => {});
    onLines(child.stdout, (answer) => {
      if (answer.id === 1) for (const message of [READY, LIST]) child.stdin.write(`${JSON.stringify(message)}\n`);
      if (answer.id === 2) end(verdict(answer, Math.round(performance.now() - started)));
    });
    child.stdin.write(`${JSON.stringify(HELLO)}\n`);
  });

interface Answer {
  readonly id?: number;
  readonly result?: { readonly tools?: readonly unknown[] };
}

const onLines = (stream: NodeJS.ReadableStream, take: (answer: Answer) => void): void => {
  let rest = '';
  stream.on('data', (chunk) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      try {
        take(JSON.parse(line) as Answer);
      } catch {
        // No JSON on stdout: the client would not understand it either, and the time runs out.
      }
    }
  });
};

const verdict = ({ result }: Answer, ms: number): StartCheck => {
  const tools = result?.tools?.length ?? 0;
  if (tools === 0) return { ok: false, detail: 'it lists no tools', ms };
  const slow = ms > PROMPT_MS ? ', slower than Codex waits in a first turn (1 s)' : '';
  return { ok: true, detail: `it lists ${tools} tools after ${ms} ms${slow}`, ms };
};
