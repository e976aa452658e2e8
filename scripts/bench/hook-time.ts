import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, quantile, timed } from './figure.ts';
import { inFolder, PROJECT, serve } from './served.ts';

const HOOK = join(import.meta.dirname, '../../dist/main.js');
/** What a hook may add to the start of the runtime, and to that again when it has lessons to find. */
const MOST_OWN_MS = 50;
const MOST_RECALL_MS = 300;

const run = (args: readonly string[], folder: string, stdin: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', HOME: folder, HONE_HOME: folder, HONE_PROJECT: PROJECT },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.on('error', reject);
    child.on('close', () => resolve());
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });

let turn = 0;
const event = (name: string, rest: object): string => {
  turn += 1;
  return JSON.stringify({ session_id: `bench ${turn}`, prompt_id: `${turn}`, hook_event_name: name, ...rest });
};
const PROMPT = { prompt: 'fix the crash in the cookie parser when a header is malformed' };
const TOOL = { tool_name: 'Bash', tool_input: { command: 'git status' }, tool_response: { stdout: '', stderr: '' } };

/** A hook process from its spawn to its end, beside a runtime that starts and does nothing, in turn. */
export const hookTime = (filled: string, rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const hook = (name: string, rest: object): Promise<void> =>
      run([HOOK, 'hook', 'claude-code', name, '--store', filled], folder, event(name, rest));
    const ways = {
      bare: () => run(['-e', '0'], folder, ''),
      note: () => hook('PostToolUse', TOOL),
      alone: () => hook('UserPromptSubmit', PROMPT),
    };
    const before = await measure(ways, rounds);
    const served = await serve({ folder, store: filled, dense: true });
    await served.client.listTools();
    await answering(`${filled}.hooks/sockets`);
    const after = await measure({ bare: ways.bare, served: ways.alone }, rounds);
    await served.close();
    return figures(before, after, rounds);
  });

const answering = async (folder: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (socketsIn(folder) > 0) return;
    await sleep(50);
  }
  throw new Error('the server answers no hooks');
};

const socketsIn = (folder: string): number => {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
};

const measure = async <W extends string>(
  ways: Record<W, () => Promise<void>>,
  rounds: number,
): Promise<Record<W, number[]>> => {
  const names = Object.keys(ways) as W[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<W, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const took = await timed(ways[name]);
      // The first of each reads the files into the machine's cache.
      if (round > 0) times[name].push(took);
    }
  }
  return times;
};

const figures = (
  before: Record<'bare' | 'note' | 'alone', number[]>,
  after: Record<'bare' | 'served', number[]>,
  n: number,
): Figure[] => {
  const median = (times: readonly number[]): number => quantile(times, 0.5);
  const own = (name: string, times: readonly number[], bare: readonly number[], most: number): Figure[] => [
    {
      name: `hook, ${name}, beyond the runtime's start, p50`,
      value: median(times) - median(bare),
      unit: 'ms',
      n,
      target: { side: 'most', value: most },
    },
    { name: `hook, ${name} ÷ runtime's start`, value: median(times) / median(bare), unit: '×', n },
  ];
  return [
    { name: "runtime's start, p50", value: median(before.bare), unit: 'ms', n },
    ...own('an event that is noted', before.note, before.bare, MOST_OWN_MS),
    ...own('a prompt, answered by a server', after.served, after.bare, MOST_RECALL_MS),
    ...own('a prompt, answered by full text without a server', before.alone, before.bare, MOST_RECALL_MS),
  ];
};
