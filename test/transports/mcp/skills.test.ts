import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildMcpServer } from '../../../src/transports/mcp/server.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../../src/use-cases/review-lesson.ts';
import { openTestServices, soloAgent, soloPerson } from '../../support/test-services.ts';

const connect = async () => {
  const { services } = await openTestServices();
  const { lesson } = await recordCorrection(services, soloPerson, {
    wrong: 'it ran npm test',
    right: 'run pnpm test',
    when: 'running the tests of a service',
  });
  const lesson_id = lesson?.lesson_id ?? '';
  await reviewLesson(services, soloPerson, { action: 'accept', lesson_id });
  const handler = createMcpHandler(() =>
    buildMcpServer({
      services: async () => services,
      caller: async () => ({ ...soloAgent, known: new Set(['app']) }),
      project: 'app',
      version: '0.0.0-test',
      complain: (line) => expect(line).toBe(''),
    }),
  );
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(
    new StreamableHTTPClientTransport(new URL('http://127.0.0.1/mcp'), {
      fetch: (target, init) => handler.fetch(new Request(target, init)),
    }),
  );
  const ask = (method: string, params: Record<string, unknown> = {}) =>
    client.request({ method, params }, z.looseObject({})) as Promise<Record<string, never>>;
  const text = async (uri: string) => {
    const [first] = (await client.readResource({ uri })).contents;
    return first !== undefined && 'text' in first ? first.text : '';
  };
  return { client, services, lesson_id, ask, text };
};

describe('skills over MCP', () => {
  it('lists the group, and gives each of its files as it was announced', async () => {
    const { client, ask, text, lesson_id } = await connect();
    expect(client.getServerCapabilities()).toMatchObject({
      extensions: { 'io.modelcontextprotocol/skills': { directoryRead: true } },
    });
    const { skills } = (await ask('skills/list')) as unknown as {
      skills: { uri: string; resources: { uri: string; digest: string }[] }[];
    };
    expect(skills.map(({ uri }) => uri)).toEqual(['skill://team-lessons/SKILL.md']);
    expect(skills[0]?.resources.map(({ uri }) => uri)).toEqual([
      'skill://team-lessons/SKILL.md',
      `skill://team-lessons/lessons/${lesson_id}.md`,
    ]);
    for (const { uri } of skills[0]?.resources ?? []) expect(await text(uri)).toContain('run pnpm test');
    expect(await ask('skills/get', { uri: 'skill://team-lessons/SKILL.md' })).toMatchObject({ skill: skills[0] });
  });

  it('lists its beginning among the resources, for clients that know no skills', async () => {
    const { client } = await connect();
    const { resources } = await client.listResources();
    expect(resources.find(({ uri }) => uri === 'skill://team-lessons/SKILL.md')).toMatchObject({
      name: 'team-lessons',
      description: expect.stringContaining('running the tests of a service'),
    });
  });

  it('opens its folders', async () => {
    const { ask } = await connect();
    const children = async (uri: string) =>
      ((await ask('resources/directory/read', { uri })) as unknown as { resources: { name: string }[] }).resources.map(
        ({ name }) => name,
      );
    expect(await children('skill://')).toEqual(['team-lessons']);
    expect(await children('skill://team-lessons')).toEqual(['SKILL.md', 'lessons']);
    await expect(children('skill://absent')).rejects.toMatchObject({ code: -32602 });
  });

  it('drops a lesson at once when it is retired', async () => {
    const { ask, services, lesson_id, client } = await connect();
    await reviewLesson(services, soloPerson, { action: 'retire', lesson_id, reason: 'no longer so' });
    expect(await ask('skills/list')).toMatchObject({ skills: [] });
    await expect(client.readResource({ uri: 'skill://team-lessons/SKILL.md' })).rejects.toMatchObject({ code: -32602 });
  });

  it('knows no file outside a skill', async () => {
    const { client } = await connect();
    for (const uri of ['skill://team-lessons/lessons', 'skill://team-lessons/__proto__', 'skill://__proto__/x']) {
      await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32602 });
    }
  });
});
