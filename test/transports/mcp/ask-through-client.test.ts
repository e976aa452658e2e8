import { Client, InMemoryTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { buildMcpServer } from '../../../src/transports/mcp/server.ts';
import { openTestServices, soloAgent } from '../../support/test-services.ts';

type Reply = { action: 'accept' | 'decline' | 'cancel'; content?: Record<string, string> };

const setUp = async (mode: 'auto' | 'legacy', reply: Reply | null) => {
  const { services } = await openTestServices();
  const asked: { message: string; requestedSchema?: unknown }[] = [];
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode }, capabilities: reply === null ? {} : { elicitation: { form: {} } } },
  );
  if (reply !== null) {
    client.setRequestHandler('elicitation/create', async ({ params }) => {
      asked.push(params as never);
      return reply;
    });
  }
  const build = () =>
    buildMcpServer({
      services: async () => services,
      caller: async () => ({ ...soloAgent, known: new Set(['app']) }),
      project: 'app',
      version: '1',
      complain: () => {},
    });
  if (mode === 'legacy') {
    const [near, far] = InMemoryTransport.createLinkedPair();
    await Promise.all([build().connect(far), client.connect(near)]);
  } else {
    const handler = createMcpHandler(build);
    const fetch = (target: string | URL, init?: RequestInit) => handler.fetch(new Request(target, init));
    await client.connect(new StreamableHTTPClientTransport(new URL('http://127.0.0.1/mcp'), { fetch }));
  }
  const call = async (name: string, args: object) =>
    (await client.callTool({ name, arguments: { ...args } })) as { structuredContent?: Record<string, unknown> };
  const started = await call('start_task', { task: 'clean up the schema' });
  const ask = async (more: object = {}) =>
    (
      await call('request_checkpoint', {
        run_id: started.structuredContent?.run_id,
        question: 'May I drop the column?',
        options: ['drop it', 'keep it'],
        ...more,
      })
    ).structuredContent;
  return { ask, asked };
};

const ACCEPT: Reply = { action: 'accept', content: { answer: 'drop it' } };

describe.each(['legacy', 'auto'] as const)('a question to the user of a client, %s', (mode) => {
  it('is put where the client says that it can, and its answer is told as the word of the client', async () => {
    const { ask, asked } = await setUp(mode, ACCEPT);
    expect(await ask()).toMatchObject({ status: 'answered', answer: 'drop it', client_attested: true });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.message).toContain('May I drop the column?');
    expect(JSON.stringify(asked[0]?.requestedSchema)).toContain('keep it');
  });

  it.each([
    ['declined', { action: 'decline' }],
    ['left', { action: 'cancel' }],
    ['filled with nothing', { action: 'accept', content: { answer: ' ' } }],
  ] as const)('that is %s goes on waiting for a person', async (_, reply) => {
    const { ask, asked } = await setUp(mode, reply);
    expect(await ask()).toMatchObject({ status: 'pending' });
    expect(asked).toHaveLength(1);
  });

  it('is not put where the client cannot, the risk is high, or one only looks for an answer', async () => {
    expect(await (await setUp(mode, null)).ask()).toMatchObject({ status: 'pending' });
    const { ask, asked } = await setUp(mode, ACCEPT);
    const high = await ask({ risk: 'high' });
    expect(high).toMatchObject({ status: 'pending' });
    expect(await ask({ checkpoint_id: high?.checkpoint_id })).toMatchObject({ status: 'pending' });
    expect(asked).toEqual([]);
  });
});
