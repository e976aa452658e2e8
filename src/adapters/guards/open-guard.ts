import { createHash } from 'node:crypto';
import type { Guard, TextPart } from '../../ports/guard.ts';

/** Texts whose findings are remembered: what is served again and again is read once. */
const MOST_REMEMBERED = 2_000;

/** The guards; their rules are read when the first text comes, so that a start pays nothing for them. */
export const openGuard = ({ rulesFolder }: { rulesFolder: string }): Guard => {
  const load = async () => (await import('./secrets.ts')).openSecretSearch(rulesFolder);
  let search: ReturnType<typeof load> | undefined;
  return {
    findSecrets: remembering(
      (text: string) => text,
      async (text) => {
        search ??= load();
        return (await search).find(text);
      },
    ),
    findPersonalData: async (text) => (await import('./personal-data.ts')).findPersonalData(text),
    inspect: remembering(
      (parts: readonly TextPart[]) => JSON.stringify(parts),
      async (parts) => (await import('./inspect-text.ts')).inspectText(parts),
    ),
  };
};

/** The same question gets the first answer again. Only digests of texts are kept. */
const remembering = <I, O>(
  textOf: (input: I) => string,
  find: (input: I) => Promise<O>,
): ((input: I) => Promise<O>) => {
  const answers = new Map<string, Promise<O>>();
  return (input) => {
    const key = createHash('sha256').update(textOf(input)).digest('base64');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const [oldest] = answers.keys();
    if (answers.size >= MOST_REMEMBERED && oldest !== undefined) answers.delete(oldest);
    const answer = find(input);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
};
