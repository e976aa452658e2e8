/** Whether arrays and objects lie in each other more than `limit` deep. Stops as soon as it knows. */
export const deeperThan = (value: unknown, limit: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((part) => deeperThan(part, limit - 1));
};
