import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { tools } from '../../../src/tools/index.ts';
import { buildMcpServer } from '../../../src/transports/mcp/server.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { openTestServices, soloAgent } from '../../support/test-services.ts';

const url = new URL('http://127.0.0.1/mcp');

const connect = async (mode: 'auto' | 'legacy', services: () => Promise<Services>) => {
  const lines: string[] = [];
  const handler = createMcpHandler(() =>
    buildMcpServer({
      services,
      caller: async () => ({ ...soloAgent, known: new Set(['app']) }),
      project: 'app',
      version: '0.0.0-test',
      complain: (line) => lines.push(line),
    }),
  );
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(
    new StreamableHTTPClientTransport(url, { fetch: (target, init) => handler.fetch(new Request(target, init)) }),
  );
  return { client, lines };
};
const noStore = async (): Promise<Services> => {
  throw new Error('no such table: lessons');
};

it('lists what the file of the list says (else, after a look at the difference: vitest -u)', async () => {
  const { client } = await connect('legacy', noStore);
  const { tools: listed } = await client.listTools();
  await expect(`${JSON.stringify(listed, null, 2)}\n`).toMatchFileSnapshot('../../fixtures/tools-list.golden');
  const read = listed.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
  expect(JSON.stringify(read).length / 4).toBeLessThanOrEqual(2_600);
});

describe.each(['auto', 'legacy'] as const)('buildMcpServer, %s', (mode) => {
  it('lists the tools in order, each with words, both schemas and all four hints, without a store', async () => {
    const { client } = await connect(mode, noStore);
    const listed = (await client.listTools()).tools;
    expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    for (const tool of listed) {
      expect(Object.keys(tool.annotations ?? {})).toHaveLength(4);
      expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(tool.outputSchema).toMatchObject({ type: 'object' });
      expect(Buffer.byteLength(tool.description ?? '')).toBeLessThanOrEqual(2_048);
    }
    const always = listed.filter(({ _meta }) => _meta?.['anthropic/alwaysLoad'] === true);
    expect(always.map(({ name }) => name)).toEqual(['start_task', 'recall_lessons']);
  });

  it('answers every tool in words and in a shape that its output schema allows', async () => {
    const { services } = await openTestServices();
    const { client, lines } = await connect(mode, async () => services);
    await client.listTools();
    const call = async (name: string, args: Record<string, unknown>) => {
      const answer = await client.callTool({ name, arguments: args });
      expect([name, answer.isError ?? false, (answer.content as { text: string }[])[0]?.text.length]).toEqual([
        name,
        false,
        expect.any(Number),
      ]);
      return answer.structuredContent as { run_id: string; lesson: { lesson_id: string } };
    };
    const { run_id } = await call('start_task', { task: 'Change the parser' });
    const { lesson } = await call('record_correction', {
      wrong: 'a',
      right: 'run the generator',
      when: 'changing the parser',
    });
    await call('recall_lessons', { query: 'change the parser', run_id });
    await call('propose_lesson', { when: 'writing a mail template', rule: 'escape the names in it' });
    await call('request_checkpoint', { run_id, question: 'May I drop the column?' });
    await call('record_outcome', { run_id, outcome: 'completed_clean' });
    await call('get_lesson', { lesson_id: lesson.lesson_id });
    await call('intervention_trends', {});
    await call('lesson_impact', {});
    expect(lines).toEqual([]);
  });

  it('refuses in words: a bad call, an unknown id, a failure that nobody foresaw', async () => {
    const { services } = await openTestServices();
    const { client } = await connect(mode, async () => services);
    const broken = await connect(mode, noStore);
    const text = async (by: Client, name: string, args: Record<string, unknown>) => {
      const answer = await by.callTool({ name, arguments: args });
      expect([answer.isError, answer.structuredContent]).toEqual([true, undefined]);
      return (answer.content as { text: string }[])[0]?.text;
    };
    expect(await text(client, 'start_task', { tusk: 'x' })).toMatch(/^INVALID_INPUT: .*"task".*Example: /su);
    expect(await text(client, 'get_lesson', { lesson_id: 'les_unknown' })).toMatch(/^NOT_FOUND: .*Example: /su);
    expect(await text(broken.client, 'recall_lessons', { query: 'x' })).toMatch(/^STORE_UNAVAILABLE: /u);
    expect(broken.lines.join('')).not.toContain('no such table');
    await expect(client.callTool({ name: 'drop_everything', arguments: {} })).rejects.toMatchObject({ code: -32602 });
  });

  it('says where invisible characters were taken out', async () => {
    const { services } = await openTestServices();
    const { client } = await connect(mode, async () => services);
    const answer = await client.callTool({
      name: 'propose_lesson',
      arguments: { when: 'writing a make\u200bfile', rule: 'indent with a tab\u{e006f}\u{e006b}, never with blanks' },
    });
    expect((answer.content as { text: string }[])[0]?.text).toMatch(
      /\nInvisible characters were taken out: 1 in `when`, 2 in `rule`\.$/u,
    );
  });

  it('completes the ids of lessons and the names of projects', async () => {
    const { services } = await openTestServices();
    const { client } = await connect(mode, async () => services);
    const { structuredContent } = await client.callTool({
      name: 'record_correction',
      arguments: { wrong: 'a', right: 'run the generator', when: 'changing the parser' },
    });
    const { lesson_id } = (structuredContent as { lesson: { lesson_id: string } }).lesson;
    const values = async (uri: string, name: string, value: string) =>
      (await client.complete({ ref: { type: 'ref/resource', uri }, argument: { name, value } })).completion.values;
    expect(await values('lesson://{lesson_id}', 'lesson_id', lesson_id.slice(0, 12))).toEqual([lesson_id]);
    expect(await values('lesson://{lesson_id}', 'lesson_id', 'parser')).toEqual([lesson_id]);
    expect(await values('lesson://{lesson_id}', 'lesson_id', 'nothing of the kind')).toEqual([]);
    expect(await values('hone://{project}/brief', 'project', 'A')).toEqual(['app']);
    expect(await values('hone://{project}/trends', 'project', 'other')).toEqual([]);
  });

  it('offers the same as resources, and prompts', async () => {
    const { services } = await openTestServices();
    const { client } = await connect(mode, async () => services);
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(['hone://app/brief', 'hone://app/trends']);
    const templates = (await client.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate);
    expect(templates).toEqual([
      'lesson://{lesson_id}',
      'hone://{project}/brief',
      'hone://{project}/trends',
      'skill://{+path}',
    ]);
    for (const { uri } of resources) {
      const { contents } = await client.readResource({ uri });
      expect(contents).toMatchObject([{ uri, mimeType: 'text/markdown', text: expect.stringContaining('app') }]);
    }
    const other = await client.readResource({ uri: `hone://${encodeURIComponent('github.com/acme/app')}/brief` });
    expect(other.contents).toMatchObject([{ text: expect.stringContaining('github.com/acme/app') }]);
    await expect(client.readResource({ uri: 'lesson://les_unknown' })).rejects.toMatchObject({ code: -32602 });
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['teach', 'retro', 'review', 'enrich']);
    const { messages } = await client.getPrompt({ name: 'retro' });
    expect(messages).toMatchObject([{ role: 'user', content: { text: expect.stringContaining('record_outcome') } }]);
  });
});
