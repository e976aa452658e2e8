import { holds } from '../../domain/guard/finding.ts';
import type { Services } from '../services.ts';

/** What an agent reads in the place of a text that guards hold. */
export const WITHHELD = '[withheld: a guard holds this text; a person can read it]';

/**
 * Texts that are no lessons, each as an agent may read it: where a guard finds an order, a command or a secret, only that
 * something was withheld. They are kept as they are, for people.
 */
export const readableByAgents = async (services: Services, texts: readonly string[]): Promise<string[]> => {
  const parts = texts.map((text, index) => ({ field: String(index), text, apart: true }));
  const found = parts.length === 0 ? [] : await services.guard.inspect(parts);
  const held = new Set(found.filter(holds).map(({ field }) => field));
  return Promise.all(
    texts.map(async (text, index) =>
      held.has(String(index)) || (await services.guard.findSecrets(text)).length > 0 ? WITHHELD : text,
    ),
  );
};
