import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalSet } from '../../../domain/evaluation/evaluation-set.ts';
import { readLines } from './read-lines.ts';

/** A commit of a public history, with the ids of those that it corrects. */
export interface Commit {
  readonly id: string;
  readonly t: number;
  readonly subject: string;
  readonly body: string;
  readonly files: readonly string[];
  readonly links: readonly string[];
}

const HASH = 12;

/**
 * Commits that correct an earlier commit, in the order of time. A query is a correction's subject and files; right are
 * the earlier corrections that belong together with it: of the same commit, or of one another, transitively.
 */
export const loadCurlFollowups = (folder: string): EvalSet => {
  const files = readdirSync(join(folder, 'curl-followups')).filter((name) => /^commits.*\.jsonl(?:\.gz)?$/u.test(name));
  const commits = files.sort().flatMap((name) => readLines<Commit>(join(folder, 'curl-followups', name)));
  const corrections = commits.filter(({ links }) => links.length > 0).sort((a, b) => a.t - b.t);
  const root = new Map<string, string>();
  const find = (id: string): string => {
    const parent = root.get(id);
    return parent === undefined || parent === id ? id : find(parent);
  };
  for (const { id, links } of corrections) {
    for (const target of links) root.set(find(id.slice(0, HASH)), find(target.slice(0, HASH)));
  }
  const chain = (id: string): string => find(id.slice(0, HASH));
  return {
    name: 'curl-followups',
    lessons: corrections.map(({ id, t, subject, body, files }) => ({
      id,
      when: subject,
      rule: body,
      examples: [],
      paths: files,
      at: t,
    })),
    queries: corrections.map((one) => ({
      id: one.id,
      text: one.subject,
      aspects: [],
      paths: one.files,
      at: one.t,
      relevant: new Set(
        corrections.filter((other) => other.t < one.t && chain(other.id) === chain(one.id)).map(({ id }) => id),
      ),
      group: new Date(one.t * 1000).toISOString().slice(0, 7),
    })),
  };
};
