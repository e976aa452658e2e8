export type Path = readonly PropertyKey[];

/** Room for every key of ours and for slips of them; keys and tokens are longer. */
const SAFE_KEY = /^[A-Za-z0-9_]{1,19}$/u;

/** Whether a key that came with an input may be said again. */
export const isSafeKey = (key: string): boolean => SAFE_KEY.test(key);

/** A field as errors name it, such as `verdicts[0].verdict`. Keys that are no plain short word are not repeated. */
export const fieldName = (path: Path): string => {
  const parts = path.map((part) => {
    if (typeof part === 'number') return `[${part}]`;
    return isSafeKey(String(part)) ? `.${String(part)}` : '.…';
  });
  return `\`${parts.join('').replace(/^\./u, '')}\``;
};
