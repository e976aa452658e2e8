import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tools } from './install-tools.ts';
import type { ServedHone } from './served-hone.ts';

/** What the Inspector is to do, the code that it must end with, and what it must have read. */
interface Errand {
  readonly title: string;
  readonly args: readonly string[];
  readonly code: number;
  readonly reads: string;
}

export interface Inspected {
  readonly title: string;
  readonly transport: 'stdio' | 'http';
  readonly era: 'legacy' | 'modern';
  readonly ok: boolean;
  readonly output: string;
}

/** The Inspector's code for a tool that answers `isError`. */
const TOOL_ERROR = 5;

const call = (tool: string, args: object): string[] => [
  '--method',
  'tools/call',
  '--tool-name',
  tool,
  '--tool-args-json',
  JSON.stringify(args),
];

const errands = (lessonId: string): readonly Errand[] => [
  { title: 'tools/list --strict', args: ['--method', 'tools/list', '--strict'], code: 0, reads: '"start_task"' },
  {
    title: 'tools/call recall_lessons',
    args: call('recall_lessons', { query: 'run the tests of a service' }),
    code: 0,
    reads: 'pnpm test',
  },
  {
    title: 'tools/call with a wrong argument',
    args: call('get_lesson', { lesson: 'x' }),
    code: TOOL_ERROR,
    reads: 'lesson_id',
  },
  { title: 'resources/list', args: ['--method', 'resources/list'], code: 0, reads: 'hone://app/brief' },
  {
    title: 'resources/templates/list',
    args: ['--method', 'resources/templates/list'],
    code: 0,
    reads: 'lesson://{lesson_id}',
  },
  {
    title: 'resources/read, a brief',
    args: ['--method', 'resources/read', '--uri', 'hone://app/brief'],
    code: 0,
    reads: 'pnpm test',
  },
  {
    title: 'resources/read, a lesson',
    args: ['--method', 'resources/read', '--uri', `lesson://${lessonId}`],
    code: 0,
    reads: lessonId,
  },
  { title: 'prompts/list', args: ['--method', 'prompts/list'], code: 0, reads: '"retro"' },
  {
    title: 'prompts/get teach',
    args: ['--method', 'prompts/get', '--prompt-name', 'teach'],
    code: 0,
    reads: 'record_correction',
  },
  {
    title: 'skills/list --verify',
    args: ['--method', 'skills/list', '--verify', '--require-digests'],
    code: 0,
    reads: 'lessons',
  },
];

/** Goes through every errand by stdio and HTTP, as a client of today and as one of the newest revision. */
export const inspectHone = (tools: Tools, hone: ServedHone): Inspected[] => {
  const home = mkdtempSync(join(tmpdir(), 'hone-inspector-'));
  const config = join(home, 'servers.json');
  writeFileSync(
    config,
    JSON.stringify({ mcpServers: { stdio: hone.stdio, http: { type: 'streamable-http', url: hone.url } } }),
  );
  try {
    return (['stdio', 'http'] as const).flatMap((transport) =>
      (['legacy', 'modern'] as const).flatMap((era) =>
        errands(hone.lessonId).map(({ title, args, code, reads }) => {
          const target = ['--config', config, '--server', transport, '--protocol-era', era, '--format', 'json'];
          const { status, stdout, stderr } = spawnSync(tools.node, [tools.inspector, '--cli', ...target, ...args], {
            encoding: 'utf8',
            env: { PATH: process.env.PATH ?? '', HOME: home, MCP_INSPECTOR_SECRET_STORE: 'memory' },
            maxBuffer: 16 * 1024 * 1024,
          });
          const output = `${stdout}${stderr}`;
          return {
            title,
            transport,
            era,
            ok: status === code && output.includes(reads),
            output: `exit ${status}\n${output}`,
          };
        }),
      ),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};
