/**
 * The SDK drops an argument named `__proto__` without a word. Under another reserved name it reaches Hone's own check,
 * which refuses it as it refuses every reserved key.
 */
export const showReservedKey = (message: unknown): void => {
  const args = entryOf(entryOf(message, 'params'), 'arguments');
  if (!isObject(args) || !Object.hasOwn(args, '__proto__')) return;
  Reflect.deleteProperty(args, '__proto__');
  Reflect.set(args, 'prototype', null);
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const entryOf = (value: unknown, key: string): unknown => (isObject(value) ? Reflect.get(value, key) : undefined);
