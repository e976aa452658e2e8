import { pathMatches } from './retrieval/scope.ts';
import { type BoundaryRule, PERMISSIONS, type Permission, type Workflow } from './workflow.ts';

/** Who may change one path, and who says so. */
export interface BoundaryAnswer {
  readonly path: string;
  readonly may: Permission;
  readonly owner: string;
  readonly because: string;
}

const NO_RULE = 'no rule of the workflow names this path';
const OUTSIDE = 'this path is not relative to the project, so no rule can allow it';

/** A path as rules see it. */
interface Place {
  /** Without `.` and `..`; up to the first wildcard. */
  readonly segments: readonly string[];
  /** Absolute, or above the project: where the project begins in it is not known. */
  readonly outside: boolean;
}

const placeOf = (path: string): Place => {
  const text = path.normalize('NFC').replaceAll('\\', '/');
  const segments: string[] = [];
  let outside = /^(?:\/|[a-z]:|~)/iu.test(text);
  for (const part of text.replace(/^[a-z]:/iu, '').split('/')) {
    if (part === '' || part === '.') continue;
    if (part.includes('*')) break;
    if (part !== '..') segments.push(part);
    else if (segments.pop() === undefined) outside = true;
  }
  return { segments, outside };
};

/** Segments of a rule before its first wildcard: everything that it names lies below them. */
const fixedPart = (pattern: string): string[] => {
  const parts = pattern
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const wild = parts.findIndex((part) => part.includes('*'));
  return wild < 0 ? parts : parts.slice(0, wild);
};

/** Whether a folder holds what the rule names. */
const isAbove = (segments: readonly string[], pattern: string): boolean => {
  const fixed = fixedPart(pattern);
  return segments.length <= fixed.length && segments.every((part, i) => part === fixed[i]);
};

const lower = (text: string): string => text.normalize('NFC').toLowerCase();

/**
 * A rule that allows must name the very path. One that restricts is read widely: letters of either case (some disks do
 * not tell them apart), a folder that holds what it names, and an absolute path from any of its folders on.
 */
const applies = (rule: BoundaryRule, { segments, outside }: Place): boolean => {
  if (rule.may === 'agent') {
    return !outside && rule.paths.some((pattern) => pathMatches(pattern.normalize('NFC'), segments.join('/')));
  }
  const folded = segments.map(lower);
  const starts = outside ? folded.map((_, i) => folded.slice(i)) : [folded];
  return rule.paths
    .map(lower)
    .some((pattern) => starts.some((from) => pathMatches(pattern, from.join('/')) || isAbove(from, pattern)));
};

const severity = (may: Permission): number => PERMISSIONS.indexOf(may);

const strictest = <T extends { readonly may: Permission }>(answers: readonly T[]): T | undefined =>
  [...answers].sort((a, b) => severity(b.may) - severity(a.may))[0];

const answerFor = (workflow: Workflow, path: string): BoundaryAnswer => {
  const { owner } = workflow;
  // A workflow without any bound allows everything, wherever it lies.
  const free = workflow.boundary.every((rule) => rule.may === 'agent' && rule.paths.includes('**'));
  const place = placeOf(path);
  const matching = free ? workflow.boundary : workflow.boundary.filter((rule) => applies(rule, place));
  const rule = strictest(matching);
  if (rule !== undefined) return { path, may: rule.may, owner, because: rule.because ?? '' };
  return { path, may: 'checkpoint', owner, because: place.outside ? OUTSIDE : NO_RULE };
};

/**
 * Who may change each path under the given workflows (several while it is open which one holds): the most restrictive
 * matching rule wins; no match is a checkpoint.
 */
export const boundaryFor = (workflows: readonly Workflow[], paths: readonly string[]): BoundaryAnswer[] =>
  paths.flatMap((path) => strictest(workflows.map((workflow) => answerFor(workflow, path))) ?? []);
