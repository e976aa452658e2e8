import { maskSpans } from '../../domain/guard/find-secrets.ts';
import type { Services } from '../services.ts';

/** Stored data as it may leave: a secret that a newer rule finds in a text is masked. */
export const maskStored = async <T>(services: Services, value: T): Promise<T> => (await masked(services, value)) as T;

const masked = async (services: Services, value: unknown): Promise<unknown> => {
  if (typeof value === 'string') return maskSpans(value, await services.guard.findSecrets(value));
  if (Array.isArray(value)) {
    // One after the other: a history of a hundred thousand lines searched all at once does not fit into memory.
    const items: unknown[] = [];
    for (const item of value) items.push(await masked(services, item));
    return items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, entry]) => [key, await masked(services, entry)]);
  return Object.fromEntries(await Promise.all(entries));
};
