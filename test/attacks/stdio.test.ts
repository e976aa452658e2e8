import { describe, expect, it } from 'vitest';
import { attackCase } from '../support/attack-case.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Message {
  readonly id?: number | null;
  readonly result?: object;
  readonly error?: { code: number };
}

const HELLO = {
  jsonrpc: '2.0',
  id: 100,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

const PARSE_ERROR = expect.objectContaining({ error: expect.objectContaining({ code: -32_700 }) });

/** Sends bytes to a server that said hello, and then a question; its answers until that one. */
const answersTo = async (stdin: string): Promise<Message[]> => {
  const server = startServing(temporaryFolder());
  server.send(HELLO);
  await server.lines(1);
  server.child.stdin?.write(stdin.endsWith('\n') ? stdin : `${stdin}\n`);
  server.send({ jsonrpc: '2.0', id: 101, method: 'ping' });
  for (let lines = 2; ; lines += 1) {
    // Each line of stdout is one message of the protocol: anything else fails here.
    const messages = (await server.lines(lines)).map((line) => JSON.parse(line) as Message);
    if (messages.some(({ id }) => id === 101)) return messages;
  }
};

describe('broken input on stdin', () => {
  it('INP-15.1 a line that is no JSON is an error for that line, and the next is answered', async () => {
    const answers = await answersTo(attackCase('INP-15.1').stdin);
    expect(answers).toContainEqual(PARSE_ERROR);
    expect(answers.find(({ id }) => id === 7)).toMatchObject({ result: {} });
  });

  it('INP-15.2 a line without an end is cut off, and what comes after it is answered', async () => {
    const { stdin, attack } = attackCase('INP-15.2');
    expect(attack.expect).toBe('reject');
    const answers = await answersTo(stdin);
    expect(answers).toContainEqual(PARSE_ERROR);
    expect(answers.filter(({ result }) => result !== undefined).map(({ id }) => id)).toEqual([100, 101]);
  });

  it('INP-15.3 NUL bytes behind a message are an error, and the next message is answered', async () => {
    const answers = await answersTo(attackCase('INP-15.3').stdin);
    expect(answers).toContainEqual(PARSE_ERROR);
    expect(answers.find(({ id }) => id === 2)).toMatchObject({ result: {} });
  });
});
