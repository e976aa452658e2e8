import { HoneError } from '../../domain/error.ts';

const MOST_VALUES = 1_000;
const DEEPEST = 20;
/** They would reach the prototype of whatever is built from the input. */
const RESERVED_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * The input as a plain object of bounded size and depth, without reserved keys. Walks level by level, so no nesting exhausts the stack.
 *
 * @throws HoneError INVALID_INPUT, TOO_LARGE
 */
export const checkShape = (raw: unknown, reserved: readonly string[] = RESERVED_KEYS): object => {
  if (!isPlainObject(raw)) throw invalid('The arguments are not an object.', 'Give one object with named fields.');
  let values = 0;
  let level: unknown[] = [raw];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw invalid('The arguments are nested too deeply.', `At most ${DEEPEST} levels.`);
    const next: unknown[] = [];
    for (const value of level) {
      const children = childrenOf(value, reserved);
      values += children.length;
      if (values > MOST_VALUES) throw tooMany();
      next.push(...children);
    }
    level = next;
  }
  return raw;
};

const invalid = (message: string, hint: string): HoneError => new HoneError('INVALID_INPUT', message, hint);
const tooMany = (): HoneError =>
  new HoneError('TOO_LARGE', 'The arguments hold too many values.', `At most ${MOST_VALUES} in all.`);

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const childrenOf = (value: unknown, reserved: readonly string[]): unknown[] => {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    // Before it is copied: a sparse list may claim four billion items.
    if (value.length > MOST_VALUES) throw tooMany();
    return [...value];
  }
  if (!isPlainObject(value)) throw invalid('The arguments hold something that is not JSON.', 'Give plain JSON values.');
  const keys = Object.keys(value);
  if (keys.length > MOST_VALUES) throw tooMany();
  if (keys.some((key) => reserved.includes(key))) {
    throw invalid('The arguments use a reserved key.', `Never allowed as keys: ${reserved.join(', ')}.`);
  }
  return keys.map((key) => value[key]);
};
