import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LONGEST_TEXT } from '../../src/tools/fields.ts';
import { tools } from '../../src/tools/index.ts';
import { validate } from '../../src/tools/validate.ts';

const listed = tools.map(({ name, description, input }) => ({
  name,
  description,
  inputSchema: z.toJSONSchema(input, { io: 'input' }),
}));

interface JsonSchema {
  readonly type: unknown;
  readonly maxLength?: number;
  readonly maximum?: number;
  readonly additionalProperties?: unknown;
}

/** Every schema inside a JSON schema, with where it is. */
const schemasIn = (schema: unknown, at: string): { at: string; schema: JsonSchema }[] => {
  if (schema === null || typeof schema !== 'object') return [];
  const here = 'type' in schema ? [{ at, schema: schema as JsonSchema }] : [];
  return [...here, ...Object.entries(schema).flatMap(([key, part]) => schemasIn(part, `${at}.${key}`))];
};

describe('the tools', () => {
  it('are listed without loading the statistics, which would hold up every start', () => {
    const server = JSON.stringify(new URL('../../src/transports/mcp/server.ts', import.meta.url).href);
    const script = `await import(${server});
      const { createRequire } = await import('node:module');
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      console.log(loaded.filter((file) => file.includes('@stdlib')).length);`;
    const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('0\n');
  });

  it('are nine, in the order of the loop', () => {
    expect(tools.map((tool) => tool.name)).toEqual([
      'start_task',
      'recall_lessons',
      'record_correction',
      'record_outcome',
      'propose_lesson',
      'request_checkpoint',
      'get_lesson',
      'intervention_trends',
      'lesson_impact',
    ]);
  });

  it('cost at most 2,600 tokens in a context, names, words and input schemas together', () => {
    expect(JSON.stringify(listed).length / 4).toBeLessThanOrEqual(2_600);
  });

  it.each(tools.map((tool) => [tool.name, tool] as const))('%s shows a right call', (_, tool) => {
    expect(validate(tool, tool.example)).toMatchObject(tool.example);
  });

  it.each(listed.map((tool) => [tool.name, tool] as const))('%s bounds everything it takes', (name, tool) => {
    for (const { at, schema } of schemasIn(tool.inputSchema, name)) {
      if (schema.type === 'object') expect(schema, at).toMatchObject({ additionalProperties: false });
      if (schema.type === 'array') expect(schema, at).toHaveProperty('maxItems');
      if (schema.type === 'string' && !('enum' in schema))
        expect(schema.maxLength, at).toBeLessThanOrEqual(LONGEST_TEXT);
      if (['number', 'integer'].includes(String(schema.type))) {
        expect(schema, at).toHaveProperty('minimum');
        expect(schema.maximum, at).toBeLessThanOrEqual(10_000_000);
      }
    }
  });

  it('leave every output object open, so that a field added later breaks no client', () => {
    for (const tool of tools) {
      for (const { at, schema } of schemasIn(z.toJSONSchema(tool.output, { io: 'output' }), tool.name)) {
        expect(schema.additionalProperties, at).not.toBe(false);
      }
    }
  });

  it('say all four hints, and only reading tools are read-only', () => {
    const reads = ['recall_lessons', 'get_lesson', 'intervention_trends', 'lesson_impact'];
    for (const { name, annotations } of tools) {
      expect(annotations).toEqual({
        readOnlyHint: reads.includes(name),
        destructiveHint: false,
        idempotentHint: reads.includes(name),
        openWorldHint: false,
      });
    }
  });

  it('ask to be loaded from the start only where a run begins', () => {
    expect(tools.filter((tool) => tool.alwaysLoad).map((tool) => tool.name)).toEqual(['start_task', 'recall_lessons']);
  });

  it('tell of aspects and of examples where those make recall find more', () => {
    const wordsOf = (name: string): string => tools.find((tool) => tool.name === name)?.description ?? '';
    expect(wordsOf('start_task')).toContain('`aspects`');
    expect(wordsOf('propose_lesson')).toContain('`examples`');
    expect(wordsOf('record_correction')).toContain('`examples`');
  });
});
