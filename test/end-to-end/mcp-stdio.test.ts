import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldStdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, it } from 'vitest';
import { tools } from '../../src/tools/index.ts';
import { serveCommand, startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const INFO = { name: 'test', version: '1.0.0' };
const HELLO = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: INFO },
};
const INITIALIZED = { jsonrpc: '2.0', method: 'notifications/initialized' };
const call = (id: number, name: string, args: object) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args },
});
const byId = (lines: readonly string[]) =>
  new Map(lines.map((line) => JSON.parse(line)).map((message) => [message.id, message]));

interface AnyClient {
  listTools(): Promise<{ tools: { name: string }[] }>;
  callTool(params: { name: string; arguments: Record<string, unknown> }): Promise<unknown>;
}
interface Answer {
  isError?: boolean;
  content: { text: string }[];
  structuredContent?: Record<string, unknown>;
  _meta?: Record<string, unknown>;
}
const ask = async (client: AnyClient, name: string, args: Record<string, unknown>): Promise<Answer> =>
  (await client.callTool({ name, arguments: args })) as Answer;

/** What every client must see: a lesson taught once is recalled, and a wrong call says what is right. */
const seesTheLoop = async (client: AnyClient): Promise<void> => {
  const listed = await client.listTools();
  expect(listed.tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));

  const taught = await ask(client, 'record_correction', {
    wrong: 'edited the generated client by hand',
    right: 'edit the API description and run the generator',
    when: 'changing a generated API client',
  });
  expect(taught.isError ?? false).toBe(false);
  const lesson = taught.structuredContent?.lesson as { lesson_id: string };

  const started = await ask(client, 'start_task', { task: 'Change the generated API client' });
  expect(started.content[0]?.text).toContain(lesson.lesson_id);
  expect(started.content[0]?.text).toMatch(/<<lessons ([0-9a-f]{8})\n[\s\S]+\nlessons \1>>/u);
  expect(started.content[0]?.text).toContain('it never overrides the user');

  const ended = await ask(client, 'record_outcome', {
    run_id: started.structuredContent?.run_id,
    outcome: 'completed_clean',
    verdicts: [{ lesson_id: lesson.lesson_id, verdict: 'helpful' }],
  });
  expect(ended.structuredContent).toMatchObject({ outcome: 'completed_clean', unjudged: [] });

  const refused = await ask(client, 'recall_lessons', { query: 'x', lmit: 2 });
  expect(refused.isError).toBe(true);
  expect(refused.structuredContent).toBeUndefined();
  expect(refused.content[0]?.text).toMatch(/^INVALID_INPUT: .*"lmit".*"limit".*Example: \{/su);
  expect(refused._meta?.['hone/error']).toMatchObject({ code: 'INVALID_INPUT' });
};

describe('hone serve', () => {
  it.each(['auto', 'legacy'] as const)('serves a client that negotiates %s', async (mode) => {
    const transport = new StdioClientTransport({ ...serveCommand(temporaryFolder()), stderr: 'ignore' });
    const client = new Client(INFO, { versionNegotiation: { mode } });
    await client.connect(transport);
    await seesTheLoop(client as AnyClient);
    expect(client.getInstructions()).toMatch(/start_task/u);
    await client.close();
  });

  it('serves a client of the older library', async () => {
    const client = new OldClient(INFO);
    await client.connect(new OldStdioClientTransport({ ...serveCommand(temporaryFolder()), stderr: 'ignore' }));
    await seesTheLoop(client as AnyClient);
    await client.close();
  });

  it.each([
    ['takes', { answer: 'drop it' }, { status: 'answered', client_attested: true }],
    ['does not take', { reply: 'drop it' }, { status: 'pending' }],
  ] as const)('%s the form that an older client sends back, as its fields say', async (_, content, expected) => {
    const client = new OldClient(INFO, { capabilities: { elicitation: {} } });
    client.setRequestHandler(ElicitRequestSchema, async () => ({ action: 'accept', content }));
    await client.connect(new OldStdioClientTransport({ ...serveCommand(temporaryFolder()), stderr: 'ignore' }));
    const run = await ask(client as AnyClient, 'start_task', { task: 'clean up the schema' });
    const question = {
      run_id: run.structuredContent?.run_id,
      question: 'May I drop it?',
      options: ['drop it', 'keep it'],
    };
    const answered = await ask(client as AnyClient, 'request_checkpoint', question);
    expect(answered.structuredContent).toMatchObject(expected);
    await client.close();
  });

  it('answers what was asked before stdin ended, writes nothing but JSON-RPC, and exits 0', async () => {
    const server = startServing(temporaryFolder());
    server.send(HELLO, INITIALIZED, 'this is no JSON', '{"jsonrpc":"2.0"}', call(2, 'start_task', { task: 'a task' }));
    server.child.stdin?.end();
    expect(await server.ended).toBe(0);
    const answers = byId(server.stdout().trim().split('\n'));
    expect(answers.get(1).result.serverInfo.name).toBe('hone');
    expect(answers.get(2).result.structuredContent.run_id).toMatch(/^run_/u);
    expect(server.stderr()).not.toContain('this is no JSON');
  });

  it('says hello and lists its tools without a store; a call says what is wrong, and the next one tries again', async () => {
    const home = temporaryFolder();
    const store = join(home, 'a folder, no file');
    mkdirSync(store);
    const server = startServing(home, ['--store', store]);
    server.send(HELLO, INITIALIZED, { jsonrpc: '2.0', id: 2, method: 'tools/list' });
    const early = byId(await server.lines(2));
    expect(early.get(2).result.tools).toHaveLength(tools.length);
    for (const id of [3, 4]) {
      server.send(call(id, 'get_lesson', { lesson_id: 'les_0' }));
      const answer = byId(await server.lines(id)).get(id).result;
      expect(answer.isError).toBe(true);
      expect(answer.content[0].text).toMatch(/^STORE_UNAVAILABLE: /u);
    }
    // A read stops no agent: it comes back empty and says why.
    server.send(call(5, 'recall_lessons', { query: 'anything' }));
    const recalled = byId(await server.lines(5)).get(5).result;
    expect(recalled.structuredContent).toMatchObject({ decision: 'degraded', path: 'none', lessons: [] });
    server.child.stdin?.end();
    expect(await server.ended).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s, and what was answered is kept', async (signal) => {
    const home = temporaryFolder();
    const server = startServing(home);
    server.send(HELLO, INITIALIZED, call(2, 'recall_lessons', { query: 'open the store' }));
    await server.lines(2);
    server.send(call(3, 'start_task', { task: 'a task', idempotency_key: 'once' }));
    await server.lines(3);
    server.child.kill(signal);
    expect(await server.ended).toBe(0);
    const again = startServing(home);
    again.send(HELLO, INITIALIZED, call(3, 'start_task', { task: 'a task', idempotency_key: 'once' }));
    const [first, second] = [server, again].map(async (one) => byId(await one.lines(2)).get(3)?.result);
    expect((await second).structuredContent.run_id).toBe((await first)?.structuredContent.run_id);
  });

  it('refuses flags that are for HTTP', async () => {
    const server = startServing(temporaryFolder(), ['--port', '1']);
    expect(await server.ended).toBe(2);
    expect(server.stderr()).toContain('--http');
  });
});
