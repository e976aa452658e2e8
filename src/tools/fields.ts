import * as z from 'zod';
import { ID_MAX_LENGTH } from '../domain/ids.ts';
import { LESSON_LIMITS } from '../domain/lesson.ts';

/** No field takes a longer text, in UTF-16 code units. */
export const LONGEST_TEXT = 8_000;

/** Never empty. A refinement, because saying `minLength` of every text would cost 200 tokens in each agent's context. */
export const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((trimmed) => trimmed !== '');
export const list = <T extends z.ZodType>(item: T, most: number) => z.array(item).max(most);

export const id = text(ID_MAX_LENGTH);
export const name = text(200);
export const task = text(4_000);
export const errorText = text(LONGEST_TEXT);
export const note = text(2_000);
export const path = text(LESSON_LIMITS.path);
export const paths = list(path, 100);
export const aspects = list(text(300), 5);
export const time = text(40);
export const idempotencyKey = text(200);

export const when = text(LESSON_LIMITS.when);
export const rule = text(LESSON_LIMITS.rule);
export const notWhen = text(LESSON_LIMITS.not_when);
export const why = text(LESSON_LIMITS.why);
export const examples = list(text(LESSON_LIMITS.example), LESSON_LIMITS.examples);

const line = z.int().min(1).max(10_000_000);
/** Nested parts are `exactOptional`: absent, never undefined, as the domain's types have it. */
export const citations = list(
  z.strictObject({
    path,
    line: line.exactOptional(),
    end_line: line.exactOptional(),
    symbol: text(200).exactOptional(),
  }),
  LESSON_LIMITS.citations,
);

const scopeWords = list(text(100), LESSON_LIMITS.scope_items).exactOptional();
export const scope = z.strictObject({
  paths: list(path, LESSON_LIMITS.scope_items).exactOptional(),
  languages: scopeWords,
  tools: scopeWords,
});
