import { createHash } from 'node:crypto';
import type { AuditedTable } from './audited-tables.ts';

export type Value = string | number | null;

const BYTES = 18;

const short = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, BYTES).toString('base64url');

/** Over a row's values, in the order of its columns. Empty ones do not count, so that a later column changes no older row. */
export const rowHash = ({ name, columns }: AuditedTable, values: readonly Value[]): string =>
  short(JSON.stringify([name, ...columns.flatMap((column, at) => (values[at] === null ? [] : [column, values[at]]))]));

/** Over rows that were written together, in any order. */
export const combined = (hashes: readonly string[]): string =>
  hashes.length === 1 ? (hashes[0] ?? '') : short([...hashes].sort().join('\n'));
