/** For an option that may be given many times: each time adds a value. */
export const collect = (value: string, earlier: readonly string[] | undefined): string[] => [...(earlier ?? []), value];
