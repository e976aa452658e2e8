import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Tools } from './install-tools.ts';

export const REVISIONS = ['2026-07-28', '2025-11-25'] as const;
export type Revision = (typeof REVISIONS)[number];

/** Of the skills extension: in no revision's list, so each is named. */
export const SKILL_SCENARIOS = [
  'sep-2640-skills-enumeration',
  'sep-2640-skills-manifest',
  'sep-2640-skills-directory',
] as const;

export interface Check {
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
  readonly errorMessage?: string;
}

/** What a server answered to one scenario. */
export interface Played {
  readonly scenario: string;
  readonly checks: readonly Check[];
}

/** The scenarios for servers that a revision names, scored or only reported. */
export const scenariosOf = ({ requirements }: Tools, revision: Revision): string[] => {
  const { server, not_scored: further } = parse(readFileSync(join(requirements, `${revision}.yaml`), 'utf8')) as {
    server: string[];
    not_scored: { scenario: string; leg: string }[];
  };
  return [...server, ...further.filter(({ leg }) => leg === 'server').map(({ scenario }) => scenario)];
};

/** Plays all that a revision names, and the skills, against the server at `url`. */
export const playSuite = async (tools: Tools, url: string, revision: Revision): Promise<Played[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-conformance-'));
  try {
    await conform(tools, url, folder, ['--requirements', revision]);
    if (revision === REVISIONS[0]) {
      for (const scenario of SKILL_SCENARIOS) await conform(tools, url, folder, ['--scenario', scenario]);
    }
    return readdirSync(folder).map((name) => ({
      scenario: /^server-(.+)-\d{4}-\d{2}-\d{2}T/u.exec(name)?.[1] ?? name,
      checks: JSON.parse(readFileSync(join(folder, name, 'checks.json'), 'utf8')),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const conform = ({ node, conformance }: Tools, url: string, folder: string, what: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [conformance, 'server', '--url', url, '-o', folder, ...what], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    // Its exit code says whether anything failed; which of it counts is judged here.
    child.on('close', () => resolve());
  });
