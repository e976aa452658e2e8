import type { Given } from '../../domain/taken-back.ts';

/** Columns of a fact's key after the project, in order. */
export const KEYS: Readonly<Record<Given, readonly string[]>> = {
  vote: ['lesson_id', 'by', 'day'],
  evidence: ['lesson_id', 'seq'],
  lesson_trigger: ['lesson_id', 'seq'],
  verdict: ['run_id', 'seq'],
};

const itemOf = (fact: Given): string => KEYS[fact].map((column) => `${fact}."${column}"`).join(` || ' ' || `);

/** A condition: the row of this table was not taken back. */
export const standing = (fact: Given): string =>
  `NOT EXISTS (SELECT 1 FROM taken_back WHERE taken_back.project_id = ${fact}.project_id
     AND taken_back.fact = '${fact}' AND taken_back.item = ${itemOf(fact)})`;
