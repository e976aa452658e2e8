export type Payload = Readonly<Record<string, unknown>>;

/** An object, or an empty one: what a client left out is no error. */
export const objectOf = (value: unknown): Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : {};

/** The first of these fields that holds a text. */
export const textOf = (payload: Payload, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = payload[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
};

export const isTrue = (payload: Payload, ...names: readonly string[]): boolean =>
  names.some((name) => payload[name] === true);

/** The given fields, without those that are undefined. */
export const present = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
