import * as z from 'zod';
import type { Tool } from './tool.ts';

interface Field {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Field;
  readonly description?: string;
  readonly default?: unknown;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface ObjectSchema {
  readonly properties?: Record<string, Field>;
  readonly required?: readonly string[];
}

const typeOf = (field: Field): string => {
  if (field.enum !== undefined) return field.enum.map((word) => `\`${word}\``).join(', ');
  if (field.type === 'array') return `list of ${typeOf(field.items ?? {})}`;
  return field.type ?? 'any';
};

const boundsOf = (field: Field): string =>
  [
    field.maxLength === undefined ? '' : `at most ${field.maxLength} characters`,
    field.maxItems === undefined ? '' : `at most ${field.maxItems}`,
    field.minimum === undefined || field.maximum === undefined ? '' : `${field.minimum} to ${field.maximum}`,
    field.default === undefined ? '' : `default ${JSON.stringify(field.default)}`,
  ]
    .filter((part) => part !== '')
    .join('; ');

const fieldRows = (schema: ObjectSchema): string[] =>
  Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const needed = schema.required?.includes(name) === true ? ' (required)' : '';
    return `| \`${name}\`${needed} | ${typeOf(field)} | ${[boundsOf(field), field.description ?? ''].filter(Boolean).join('. ')} |`;
  });

const describeTool = (tool: Tool): string => {
  const input = z.toJSONSchema(tool.input, { io: 'input', unrepresentable: 'any' }) as ObjectSchema;
  const output = z.toJSONSchema(tool.output, { unrepresentable: 'any' }) as ObjectSchema;
  const returned = Object.keys(output.properties ?? {}).map((name) => `\`${name}\``);
  return [
    `## ${tool.name}`,
    tool.description,
    ['| field | type | |', '|---|---|---|', ...fieldRows(input)].join('\n'),
    `Returns ${returned.join(', ')}.`,
    `Example: \`${JSON.stringify(tool.example)}\``,
    tool.annotations.readOnlyHint
      ? 'Reads only.'
      : 'Writes; a retry with the same `idempotency_key` counts once where the tool takes one.',
  ].join('\n\n');
};

/** The reference of all tools as Markdown, made from their schemas. */
export const describeTools = (tools: readonly Tool[]): string =>
  [
    '# Tools',
    'What an agent can ask. Made from the code by `npm run docs`.',
    'An error is text `CODE: what was wrong. What is allowed. Example: {…}`, with `_meta["hone/error"]`. Unknown keys are refused.',
    ...tools.map(describeTool),
  ].join('\n\n');
