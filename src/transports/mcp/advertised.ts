import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type * as z from 'zod';

/**
 * The schema as the SDK shall list it, without its check: Hone checks itself, because the SDK's own words for a bad
 * argument name neither what is allowed nor an example.
 */
export const advertised = (schema: z.ZodType): StandardSchemaWithJSON<Record<string, unknown>, unknown> =>
  ({
    '~standard': { ...schema['~standard'], validate: (value: unknown) => ({ value }) },
  }) as unknown as StandardSchemaWithJSON<Record<string, unknown>, unknown>;
