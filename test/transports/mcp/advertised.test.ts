import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { advertised } from '../../../src/transports/mcp/advertised.ts';

describe('advertised', () => {
  it('lists the schema as it is, and lets every value through', async () => {
    const schema = z.strictObject({ query: z.string().min(1) });
    const shown = advertised(schema)['~standard'];
    expect(await shown.validate({ bogus: 1 })).toEqual({ value: { bogus: 1 } });
    expect(shown.jsonSchema.input({ target: 'draft-2020-12' })).toMatchObject({
      properties: { query: { type: 'string', minLength: 1 } },
      required: ['query'],
      additionalProperties: false,
    });
  });
});
