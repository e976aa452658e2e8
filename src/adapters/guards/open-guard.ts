import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { holds } from '../../domain/guard/finding.ts';
import type { Guard, TextPart } from '../../ports/guard.ts';
import type { ClearedTexts } from './cleared-texts.ts';

/** Texts whose findings are remembered: what is served again and again is read once. */
const MOST_REMEMBERED = 2_000;

/** The guards; their rules are read when the first text comes, so that a start pays nothing for them. */
export const openGuard = ({ rulesFolder, cleared }: { rulesFolder: string; cleared?: ClearedTexts }): Guard => {
  const load = async () => (await import('./secrets.ts')).openSecretSearch(rulesFolder);
  let search: ReturnType<typeof load> | undefined;
  let version: Promise<string> | undefined;
  return {
    rules: () => {
      version ??= rulesVersion(rulesFolder);
      return version;
    },
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
      async (parts) => {
        const findings = (await import('./inspect-text.ts')).inspectText(parts);
        if (!findings.some(holds)) cleared?.add(parts);
        return findings;
      },
    ),
  };
};

/** Hone's own rules are named by its release, those of others by their bytes. */
const rulesVersion = async (folder: string): Promise<string> => {
  const [own, others] = await Promise.all([
    readFile(join(folder, '../../package.json'), 'utf8'),
    readFile(join(folder, 'gitleaks.json')),
  ]);
  const { version } = JSON.parse(own) as { version: string };
  return `${version}-${createHash('sha256').update(others).digest('hex').slice(0, 12)}`;
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
