import { readdirSync, unlinkSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { HookAnswer, HookQuestion } from '../../domain/capture/hook-answer.ts';

const MOST_TRIED = 4;
const LONGEST_ANSWER = 64 * 1024;

/** Sockets of servers that run, or ran, on this store; the newest first. */
const socketsIn = (folder: string): string[] => {
  const pipes = folder.startsWith('\\\\.\\pipe\\');
  const prefix = pipes ? folder.slice('\\\\.\\pipe\\'.length) : '';
  try {
    return readdirSync(pipes ? '\\\\.\\pipe\\' : folder)
      .filter((name) => (pipes ? name.startsWith(prefix) : name.endsWith('.sock')))
      .sort()
      .reverse()
      .slice(0, MOST_TRIED)
      .map((name) => (pipes ? `\\\\.\\pipe\\${name}` : join(folder, name)));
  } catch {
    return [];
  }
};

/**
 * Asks the servers on a store, one after the other, until one answers or the time is over.
 *
 * @returns null when none did; `undefined` never. The time is spent only where a server accepted and is slow.
 */
export const askServer = async (
  folder: string,
  question: HookQuestion,
  deadline: AbortSignal,
): Promise<HookAnswer | null> => {
  for (const address of socketsIn(folder)) {
    if (deadline.aborted) return null;
    const answer = await askOne(address, question, deadline);
    if (answer !== 'away') return answer;
    forget(address);
  }
  return null;
};

/** A socket file whose server was killed: nobody listens on it, and nobody else would take it away. */
const forget = (address: string): void => {
  try {
    if (address.endsWith('.sock')) unlinkSync(address);
  } catch {
    // Another hook did it.
  }
};

const askOne = (address: string, question: HookQuestion, deadline: AbortSignal): Promise<HookAnswer | null | 'away'> =>
  new Promise((resolve) => {
    const socket = createConnection(address);
    let text = '';
    const end = (answer: HookAnswer | null | 'away'): void => {
      deadline.removeEventListener('abort', late);
      socket.destroy();
      resolve(answer);
    };
    const late = (): void => end(null);
    deadline.addEventListener('abort', late);
    socket.setEncoding('utf8');
    socket.on('connect', () => socket.write(`${JSON.stringify(question)}\n`));
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.length > LONGEST_ANSWER) end(null);
      else if (text.endsWith('\n')) end(readAnswer(text));
    });
    socket.on('end', () => end(null));
    socket.on('error', (error: NodeJS.ErrnoException) => end(isAway(error) ? 'away' : null));
  });

const isAway = ({ code }: NodeJS.ErrnoException): boolean => code === 'ECONNREFUSED' || code === 'ENOENT';

const readAnswer = (text: string): HookAnswer | null => {
  try {
    const answer = JSON.parse(text) as Partial<HookAnswer> | null;
    return typeof answer?.text === 'string' && Array.isArray(answer.shown) ? (answer as HookAnswer) : null;
  } catch {
    return null;
  }
};
