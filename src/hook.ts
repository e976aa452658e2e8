import { appendFileSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readRepository } from './adapters/git/read-repository.ts';
import { callFiles } from './adapters/spool/call-files.ts';
import { fileSpool } from './adapters/spool/file-spool.ts';
import { socketFolder, spoolFolder, teamCallsFolder, teamSpoolFolder } from './adapters/spool/places.ts';
import { makePrivateFolder } from './adapters/spool/private-folder.ts';
import { sessionFiles } from './adapters/spool/session-files.ts';
import type { Detector } from './domain/capture/detector.ts';
import type { HookAnswer, HookQuestion } from './domain/capture/hook-answer.ts';
import { PROBE_ANSWER } from './domain/capture/hook-probe.ts';
import { isTeamProject } from './domain/team-connection.ts';
import { homeFolder, storeFile } from './store-place.ts';
import { askServer } from './transports/hooks/ask-server.ts';
import { callingClient } from './transports/hooks/normalise.ts';
import { objectOf, type Payload } from './transports/hooks/payload-fields.ts';
import { readHookCall } from './transports/hooks/read-hook-call.ts';
import { runHook } from './transports/hooks/run-hook.ts';

/** The whole hook process: small, on node alone, and never in a client's way. What goes wrong is written to a log. */

const LONGEST_INPUT = 1024 * 1024;

const { env } = process;
/** A recall that takes longer says nothing. */
const RECALL_MS = Number(env.HONE_READ_WAIT_MS) || 300;
/** Whatever happens, a client waits no longer than this. */
const END_MS = RECALL_MS + 1_700;
/** Null when it is too long; the rest is read all the same, or a client would break its pipe. */
const readStdin = async (): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LONGEST_INPUT) chunks.push(chunk);
  }
  return length > LONGEST_INPUT ? null : Buffer.concat(chunks).toString('utf8');
};

const parsePayload = (text: string | null): Payload | null => {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? objectOf(value) : null;
  } catch {
    return null;
  }
};

const folderOf = (): string => {
  try {
    return process.cwd();
  } catch {
    return homeFolder(undefined, '/');
  }
};

const main = async (): Promise<void> => {
  const call = readHookCall(process.argv.slice(2), env);
  const folder = folderOf();
  const home = homeFolder(call.home, folder);
  const store = storeFile(call.store, folder, home);
  const spoolAt = spoolFolder(store);
  const log = (line: string): void => {
    try {
      makePrivateFolder(spoolAt);
      appendFileSync(join(spoolAt, 'hook.log'), `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // Nowhere to say it.
    }
  };
  try {
    const isGit = call.client === 'git';
    const payload = isGit ? { folder, action: env.GIT_REFLOG_ACTION ?? '' } : parsePayload(await readStdin());
    if (payload !== null && 'hone_probe' in payload) {
      writeSync(2, `${PROBE_ANSWER}\n`);
      return;
    }
    const client = payload === null ? null : callingClient(call.client, payload, env);
    if (payload === null || client === null) {
      log(payload === null ? `${call.client} ${call.event}: no readable input` : 'an unknown client called');
      return;
    }
    const spool = fileSpool(spoolAt);
    // A store that was named is meant, whatever team this machine belongs to.
    const team = call.store === undefined ? await openTeam(home, log) : null;
    const words = await runHook(
      {
        spool: {
          append: (event) => {
            try {
              (team?.covers(event.project) ? team : spool).append(event);
            } catch (error) {
              log(`an event could not be written: ${(error as NodeJS.ErrnoException).code ?? 'failed'}`);
            }
          },
        },
        memory: (session) => sessionFiles(spoolAt, session),
        where: (named) => {
          const { project, branch } = readRepository(named ?? folder);
          return { project: call.project ?? project, branch };
        },
        ask: (question) => (team?.covers(question.project) ? team.ask(question) : ask(store, question)),
        detector: () => readDetector(log),
        now: () => new Date().toISOString(),
      },
      { client, event: call.event, payload },
    );
    if (words !== '') writeSync(1, words);
    await team?.send();
  } catch (error) {
    log(`${call.client} ${call.event}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).name}`);
  }
};

const readDetector = (log: (line: string) => void): Detector | null => {
  try {
    return JSON.parse(readFileSync(new URL('../data/corrections/detector.json', import.meta.url), 'utf8')) as Detector;
  } catch {
    log('corrections are not heard: data/corrections/detector.json cannot be read; install Hone anew');
    return null;
  }
};

/** The team's server, where this machine is connected to one: what concerns its projects goes there and nowhere else. */
const openTeam = async (home: string, log: (line: string) => void) => {
  const { readTeam } = await import('./adapters/team/team-file.ts');
  const team = readTeam(home);
  if (team === null) return null;
  const { TeamSpool } = await import('./adapters/team/team-spool.ts');
  const folder = teamSpoolFolder(home, team.url);
  const spool = fileSpool(folder);
  const calls = callFiles(teamCallsFolder(home, team.url));
  const waiting = new TeamSpool({ folder, spool, calls, team, log });
  let told = false;
  return {
    covers: (project: string) => isTeamProject(team, project),
    append: spool.append,
    ask: async (question: HookQuestion) => {
      told = true;
      return waiting.ask(question, AbortSignal.timeout(RECALL_MS)).catch(() => null);
    },
    /** What no question took along. */
    send: async () => {
      if (!told && (await waiting.waits())) await waiting.send(AbortSignal.timeout(RECALL_MS)).catch(() => null);
    },
  };
};

/** A server that runs on the store, else the store's full text by itself. */
const ask = async (store: string, question: HookQuestion): Promise<HookAnswer | null> => {
  const deadline = AbortSignal.timeout(RECALL_MS);
  const late = new Promise<null>((resolve) => {
    deadline.addEventListener('abort', () => resolve(null));
  });
  const found = async (): Promise<HookAnswer | null> => {
    const answer = await askServer(socketFolder(store), question, deadline);
    if (answer !== null || deadline.aborted) return answer;
    const { recallAlone } = await import('./hook-recall.ts');
    return recallAlone(store, question);
  };
  return Promise.race([found().catch(() => null), late]);
};

setTimeout(() => process.exit(0), END_MS).unref();
process.on('uncaughtException', () => process.exit(0));
process.on('unhandledRejection', () => process.exit(0));
await main();
process.exit(0);
