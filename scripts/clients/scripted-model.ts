import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DIALECTS, type Turn } from './dialects.ts';

/** What a client asked the model: which tools it offered, and all that the model was to read. */
export interface Asked {
  readonly path: string;
  readonly text: string;
  readonly tools: readonly string[];
}

export interface ScriptedModel {
  readonly port: number;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/**
 * A model on loopback that knows one play: the first time it is offered Hone's `start_task` it calls it, and then it says that
 * it is done. It speaks the protocols of the clients' makers, as far as the play goes.
 */
export const startScriptedModel = async (task: string): Promise<ScriptedModel> => {
  const asked: Asked[] = [];
  const play = { called: false };
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = await bodyOf(request);
    const dialect = DIALECTS.find((one) => one.path.test(path));
    if (process.env.HONE_LOG === 'debug') process.stderr.write(`${request.method} ${path} ${body.length}\n`);
    if (dialect === undefined || request.method !== 'POST') return answerPlainly(path, response);
    const given = JSON.parse(body || '{}');
    const tools = dialect.tools(given);
    asked.push({ path, text: body, tools });
    const start = tools.find((name) => /hone.*start_task$/u.test(name));
    const turn: Turn =
      start !== undefined && !play.called ? { call: start, args: { task } } : { say: 'The tests ran. Done.' };
    if ('call' in turn) play.called = true;
    dialect.answer(response, given, turn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** Whatever else a client wants to know of its maker: nothing, politely. */
const answerPlainly = (path: string, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(/models(\?|$)/u.test(path) ? { object: 'list', data: [], models: [] } : {}));
};
