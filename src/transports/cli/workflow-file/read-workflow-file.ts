import type * as z from 'zod';
import { HoneError } from '../../../domain/error.ts';
import type { Workflow } from '../../../domain/workflow.ts';
import { checkShape } from '../../../tools/validate/check-shape.ts';
import { cleanTexts } from '../../../tools/validate/clean-texts.ts';
import { describeIssues } from '../../../tools/validate/describe-issues.ts';
import { workflowFileSchema, workflowSchema } from './workflow-schema.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A file that the team reviews like code may hold more than a call of a tool. */
const LONGEST_TEXT = 8_000;
const MOST_WORKFLOWS = 50;
const MOST_FINDINGS = 8;
const NAME = /^[a-z][a-z0-9_-]{0,39}$/u;
/** `constructor` is a name like others: what is read becomes a list. */
const NEVER_NAMES = ['__proto__'];
/** Signs that other tools give a meaning: a rule that reads them as letters would protect nothing. */
const FOREIGN_GLOB = /[{}?]|^!/u;

const EXAMPLE =
  'Example:\nworkflows:\n  bugfix:\n    owner: platform-team\n    entry: A reported defect with a way to reproduce it.\n    examples: ["fix crash when the config file is empty"]\n    boundary:\n      - { paths: ["src/**", "test/**"], may: agent }';

interface Finding {
  readonly line: number;
  readonly wrong: string;
  readonly allowed: string;
}

/**
 * The workflows of a file in YAML or JSON, checked.
 *
 * @throws HoneError INVALID_INPUT or TOO_LARGE, with the line of every mistake (the first eight) and what is allowed.
 */
export const readWorkflowFile = (text: string): Workflow[] => {
  const source = readYaml(text);
  const cleaned = cleanTexts(checkShape(source.value, NEVER_NAMES), LONGEST_TEXT);
  const file = workflowFileSchema.safeParse(cleaned);
  if (!file.success) throw refused(findingsOf(workflowFileSchema, file.error.issues, cleaned, source, []));
  const entries = Object.entries(file.data.workflows);
  const findings: Finding[] = [];
  const workflows = entries.flatMap(([name, entry]) => {
    const checked = checkOne(name, entry, source);
    findings.push(...checked.findings);
    return checked.workflow ?? [];
  });
  if (findings.length > 0) throw refused(findings);
  if (entries.length === 0 || entries.length > MOST_WORKFLOWS) {
    throw new HoneError(
      'INVALID_INPUT',
      'The file names no workflow, or too many.',
      `1 to ${MOST_WORKFLOWS}. ${EXAMPLE}`,
    );
  }
  return workflows;
};

const checkOne = (
  name: string,
  entry: unknown,
  source: YamlSource,
): { workflow: Workflow | null; findings: Finding[] } => {
  const at = ['workflows', name];
  if (!NAME.test(name)) {
    const allowed = 'A name is a lower-case letter, then at most 39 letters, digits, - or _.';
    return {
      workflow: null,
      findings: [{ line: source.lineOf(at), wrong: 'This is no name for a workflow.', allowed }],
    };
  }
  const parsed = workflowSchema.safeParse(entry);
  if (!parsed.success) {
    return { workflow: null, findings: findingsOf(workflowSchema, parsed.error.issues, entry, source, at) };
  }
  return { workflow: toWorkflow(name, parsed.data), findings: foreignGlobs(parsed.data, source, at) };
};

const toWorkflow = (name: string, entry: z.output<typeof workflowSchema>): Workflow => ({
  ...entry,
  name,
  guardrails: { fallback: `stop and hand it to ${entry.owner}`, ...entry.guardrails },
});

const foreignGlobs = (
  { boundary }: z.output<typeof workflowSchema>,
  source: YamlSource,
  at: readonly PropertyKey[],
): Finding[] =>
  boundary.flatMap(({ paths }, rule) =>
    paths.flatMap((pattern, item) =>
      FOREIGN_GLOB.test(pattern)
        ? [
            {
              line: source.lineOf([...at, 'boundary', rule, 'paths', item]),
              wrong: 'This path holds { } ? or begins with !, which have no meaning here.',
              allowed:
                'A path is a file, a folder, or a glob of * (within a folder) and ** (any folders). Write one for each.',
            },
          ]
        : [],
    ),
  );

const findingsOf = (
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
  source: YamlSource,
  at: readonly PropertyKey[],
): Finding[] =>
  issues.map((issue) => {
    const { message, hint } = describeIssues(schema, [issue], input);
    const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    // The whole of a workflow has no field name of its own.
    const [wrong, allowed] = [message, hint].map((text) => text.replace(/^``/u, 'What stands here'));
    return { line: source.lineOf([...at, ...issue.path, ...key]), wrong: wrong ?? '', allowed: allowed ?? '' };
  });

const refused = (findings: readonly Finding[]): HoneError => {
  const ordered = [...findings].sort((a, b) => a.line - b.line);
  const told = ordered.slice(0, MOST_FINDINGS);
  const more = ordered.length - told.length;
  const lines = told.map(({ line, wrong }) => `Line ${line}: ${wrong}`);
  return new HoneError(
    'INVALID_INPUT',
    [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n'),
    `${[...new Set(told.map(({ allowed }) => allowed))].join(' ')} ${EXAMPLE}`,
  );
};
