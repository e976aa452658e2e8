import { chmodSync, lstatSync, mkdirSync, unlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { HookQuestion } from '../../domain/capture/hook-answer.ts';
import { drainEvents } from '../../use-cases/capture/drain-events.ts';
import { type LocalUser, localAgent } from '../../use-cases/identify.ts';
import type { Services } from '../../use-cases/services.ts';
import { answerQuestion } from './answer-question.ts';
import type { HookPlaces } from './hook-places.ts';

export interface ServeHooksOptions extends HookPlaces {
  readonly services: () => Promise<Services>;
  /** Who started the server: hooks run as the same user. */
  readonly local: Pick<LocalUser, 'user' | 'token'>;
  readonly complain: (line: string) => void;
}

/** How often a server looks for what hooks left. */
const DRAIN_EVERY_MS = 3_000;
const LONGEST_QUESTION = 64 * 1024;

/** Answers the hooks of this store's user and keeps what they left, until `close`. Never stops a server: its agent comes first. */
export const serveHooks = (options: ServeHooksOptions): { close(): Promise<void> } => {
  const drainer = new Drainer(options);
  const server = createServer((socket) => void converse(socket, options, drainer));
  const address = listen(server, options);
  const timer = setInterval(() => void drainer.drain(), DRAIN_EVERY_MS);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      server.close();
      if (address !== null) removeSocket(address);
      await drainer.drain();
    },
  };
};

const listen = (server: Server, { sockets, complain }: ServeHooksOptions): string | null => {
  const windows = sockets.startsWith('\\\\.\\pipe\\');
  const name = `${Date.now().toString(36)}-${process.pid}`;
  const address = windows ? `${sockets}${name}` : join(sockets, `${name}.sock`);
  try {
    if (!windows) ownFolder(sockets);
    server.on('error', () => complain('hone: hooks are not answered: their socket cannot be used'));
    server.listen(address, () => {
      if (!windows) chmodSync(address, 0o600);
    });
    server.unref();
    return windows ? null : address;
  } catch {
    complain('hone: hooks are not answered: the folder of their socket cannot be used');
    return null;
  }
};

/** A folder that only this user can enter; in a shared place one that another made is not used. */
const ownFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid())) {
    throw new Error('not ours');
  }
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
};

const removeSocket = (address: string): void => {
  try {
    unlinkSync(address);
  } catch {
    // It went with the folder.
  }
};

const converse = async (socket: Socket, { services, local }: ServeHooksOptions, drainer: Drainer): Promise<void> => {
  socket.on('error', () => socket.destroy());
  const question = await readQuestion(socket);
  if (question === null) return void socket.destroy();
  try {
    // What the hook just left opens the run, so that its arm is known.
    if (question.event.kind === 'prompt') await drainer.drain();
    const opened = await services();
    const answer = await answerQuestion(
      opened,
      await localAgent(opened, { ...local, project: question.project }),
      question,
    );
    socket.end(`${JSON.stringify(answer)}\n`);
  } catch {
    socket.destroy();
  }
};

const readQuestion = (socket: Socket): Promise<HookQuestion | null> =>
  new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (text.length > LONGEST_QUESTION) resolve(null);
      else if (text.endsWith('\n')) resolve(parsed(text));
    });
    socket.on('close', () => resolve(null));
  });

const parsed = (text: string): HookQuestion | null => {
  try {
    const value = JSON.parse(text) as Partial<HookQuestion> | null;
    const whole =
      value?.v === 1 &&
      typeof value.project === 'string' &&
      typeof value.task_key === 'string' &&
      typeof value.event?.kind === 'string' &&
      Array.isArray(value.shown);
    return whole ? (value as HookQuestion) : null;
  } catch {
    return null;
  }
};

/** One drain at a time; who asks during one waits for the next. */
class Drainer {
  readonly #options: ServeHooksOptions;
  #last: Promise<void> = Promise.resolve();

  constructor(options: ServeHooksOptions) {
    this.#options = options;
  }

  drain(): Promise<void> {
    this.#last = this.#last.then(() => this.#once());
    return this.#last;
  }

  async #once(): Promise<void> {
    const { services, local, spool, complain } = this.#options;
    try {
      if (!spool.waits()) return;
      const opened = await services();
      const { lost } = await drainEvents(opened, (project) => localAgent(opened, { ...local, project }), spool);
      if (lost > 0) complain(`hone: ${lost} events of hooks could not be kept`);
    } catch {
      // A busy or absent store: they wait in the spool.
    }
  }
}
