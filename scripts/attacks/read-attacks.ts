import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Expectation = 'reject' | 'quarantine' | 'inert' | 'accept';
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Attack {
  readonly id: string;
  readonly case: string;
  readonly surface: 'lesson' | 'correction' | 'query' | 'import' | 'http' | 'cli' | 'console';
  readonly payload: Json;
  readonly expect: Expectation;
}

/** The files: the given list; the same in other words; one that nothing was fitted to; the newest, with what is missed. */
export const ATTACK_LISTS = ['attacks', 'variations', 'held-out', 'unseen'] as const;
export type AttackList = (typeof ATTACK_LISTS)[number];

const FOLDER = join(import.meta.dirname, '../../test/fixtures/attacks');

export const readAttacks = (name: AttackList): Attack[] =>
  readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { payload, payload_parts: parts, ...attack } = JSON.parse(line);
      return { ...attack, payload: whole(parts === undefined ? payload : { parts }) };
    });

/** Texts that are stored in pieces, put together. */
const whole = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== 'object' || value === null) return value;
  const { parts } = value;
  if (Array.isArray(parts)) return parts.map(piece).join('');
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, whole(entry)]));
};

const piece = (part: Json): string => {
  if (typeof part === 'string') return part;
  const { repeat, times } = part as { repeat: string; times: number };
  return repeat.repeat(times);
};

/** All texts in a payload. */
export const textsIn = (value: Json): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
