import { HoneError } from '../../domain/error.ts';

const MOST_NODES = 1_000;
const DEEPEST = 20;
/** They would reach the prototype of whatever is built from the input. */
const NEVER_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * The input as a plain object of bounded size and depth. Walks without recursion, so no nesting exhausts the stack.
 *
 * @throws HoneError INVALID_INPUT, TOO_LARGE
 */
export const checkShape = (raw: unknown): object => {
  if (!isPlainObject(raw)) throw invalid('The arguments are not an object.', 'Give one object with named fields.');
  let nodes = 0;
  let level: unknown[] = [raw];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw invalid('The arguments are nested too deeply.', 'At most 20 levels.');
    const next: unknown[] = [];
    for (const node of level) {
      nodes += 1 + sizeOf(node);
      if (nodes > MOST_NODES) {
        throw new HoneError('TOO_LARGE', 'The arguments hold too many values.', 'At most 1,000 in all.');
      }
      next.push(...childrenOf(node));
    }
    level = next;
  }
  return raw;
};

const invalid = (message: string, hint: string): HoneError => new HoneError('INVALID_INPUT', message, hint);

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Counted before the children are listed: an array may claim four billion of them. */
const sizeOf = (node: unknown): number => (Array.isArray(node) ? node.length : 0);

const childrenOf = (node: unknown): unknown[] => {
  if (node === null || typeof node !== 'object') return [];
  if (Array.isArray(node)) return [...node].filter((child) => child !== null && typeof child === 'object');
  if (!isPlainObject(node)) throw invalid('The arguments hold something that is not JSON.', 'Give plain JSON values.');
  const keys = Object.keys(node);
  if (keys.some((key) => NEVER_KEYS.includes(key))) {
    throw invalid('The arguments use a reserved key.', `Never allowed as keys: ${NEVER_KEYS.join(', ')}.`);
  }
  return keys.map((key) => node[key]);
};
