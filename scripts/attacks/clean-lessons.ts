import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openGuard } from '../../src/adapters/guards/open-guard.ts';
import { holds } from '../../src/domain/guard/finding.ts';

export interface CleanResult {
  readonly name: string;
  readonly lessons: number;
  readonly held: number;
  readonly secrets: number;
}

const guard = openGuard({ rulesFolder: join(import.meta.dirname, '../../data/rules') });

/** How many of a folder's lessons, which teams wrote for themselves, a guard would hold or refuse. */
export const cleanLessons = async (folder: string): Promise<CleanResult> => {
  const lines = readFileSync(join(folder, 'lessons.jsonl'), 'utf8').trim().split('\n');
  let held = 0;
  let secrets = 0;
  for (const line of lines) {
    const { title, rule, correction, situation, body } = JSON.parse(line);
    const texts = { when: title, rule: rule ?? correction, why: [situation, body].filter(Boolean).join('\n') };
    const parts = Object.entries(texts).map(([field, text]) => ({ field, text: String(text ?? '') }));
    if ((await guard.inspect(parts)).some(holds)) held += 1;
    for (const { text } of parts) if ((await guard.findSecrets(text)).length > 0) secrets += 1;
  }
  return { name: basename(folder), lessons: lines.length, held, secrets };
};
