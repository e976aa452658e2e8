/**
 * Does costly work at most once in `ms` for each key, also for those who ask at the same time. What failed is tried again by
 * the next.
 */
export const freshFor = <T>(ms: number, work: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const kept = new Map<string, { readonly at: number; readonly result: Promise<T> }>();
  return (key) => {
    const earlier = kept.get(key);
    if (earlier !== undefined && performance.now() - earlier.at < ms) return earlier.result;
    const result = work(key);
    kept.set(key, { at: performance.now(), result });
    result.catch(() => kept.delete(key));
    return result;
  };
};
