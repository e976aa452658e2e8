import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';

/**
 * Writes data/rules/gitleaks.json from gitleaks' own configuration: `tsx scripts/make-secret-rules.ts gitleaks.toml`.
 * Rules that look at names of files are left out: a lesson is no file.
 */
interface Allowlist {
  readonly regexes?: readonly string[];
  readonly regexTarget?: string;
  readonly stopwords?: readonly string[];
  readonly paths?: readonly string[];
}
interface Rule {
  readonly id: string;
  readonly regex?: string;
  readonly path?: string;
  readonly keywords?: readonly string[];
  readonly entropy?: number;
  readonly secretGroup?: number;
  readonly allowlists?: readonly Allowlist[];
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the file: tsx scripts/make-secret-rules.ts gitleaks.toml');
const source = readFileSync(file, 'utf8');
const { rules, allowlist } = parse(source) as unknown as { rules: Rule[]; allowlist: Allowlist };

const allowed = ({ regexes, regexTarget, stopwords, paths }: Allowlist) =>
  paths !== undefined && regexTarget !== undefined
    ? []
    : [{ target: regexTarget ?? 'secret', regexes: regexes ?? [], stopwords: stopwords ?? [] }];

const kept = rules.flatMap(({ id, regex, path, keywords, entropy, secretGroup, allowlists }) =>
  regex === undefined || path !== undefined
    ? []
    : [
        {
          id,
          regex,
          keywords: keywords ?? [],
          ...(entropy === undefined ? {} : { entropy }),
          ...(secretGroup === undefined ? {} : { group: secretGroup }),
          allow: (allowlists ?? []).flatMap(allowed),
        },
      ],
);

const made = {
  source: 'gitleaks, config/gitleaks.toml',
  sha256: createHash('sha256').update(source).digest('hex'),
  allow: [{ target: 'secret', regexes: allowlist.regexes ?? [], stopwords: allowlist.stopwords ?? [] }],
  rules: kept,
};
writeFileSync(join(import.meta.dirname, '../data/rules/gitleaks.json'), `${JSON.stringify(made, null, 1)}\n`);
