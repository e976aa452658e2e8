import { type Finding, holds } from '../../domain/guard/finding.ts';
import type { Evidence, LessonText } from '../../domain/lesson.ts';
import type { TextPart } from '../../ports/guard.ts';
import type { Caller, Services } from '../services.ts';

/** Everything that is kept with a lesson, in the order in which an agent reads it; what is no part of a sentence stands apart. */
export const partsOf = (text: LessonText, evidence: readonly Evidence[] = []): TextPart[] => [
  { field: 'when', text: text.when },
  { field: 'rule', text: text.rule },
  ...(text.not_when === undefined ? [] : [{ field: 'not_when', text: text.not_when }]),
  ...(text.why === undefined ? [] : [{ field: 'why', text: text.why }]),
  ...apart('examples', text.examples),
  ...apart(
    'citations',
    text.citations.flatMap(({ path, symbol }) => [path, symbol ?? '']),
  ),
  ...apart('scope', [...(text.scope.paths ?? []), ...(text.scope.languages ?? []), ...(text.scope.tools ?? [])]),
  ...apart(
    'evidence',
    evidence.flatMap((one) => [one.ref ?? '', one.text ?? '']),
  ),
];

const apart = (field: string, texts: readonly string[]): TextPart[] =>
  texts.filter((text) => text !== '').map((text) => ({ field, text, apart: true }));

/** What the guards say of a lesson about to be kept, and what the door took out of its texts. */
export const inspectLesson = async (
  services: Services,
  caller: Caller,
  text: LessonText,
  evidence: readonly Evidence[] = [],
): Promise<Finding[]> => {
  const found = await services.guard.inspect(partsOf(text, evidence));
  for (const rule of new Set(found.filter(holds).map(({ guard }) => guard))) {
    services.telemetry.count('hone_guard_blocks_total', { rule, action: 'quarantine' });
  }
  return [...found, ...removedFrom(caller)];
};

/** What the door took out of the texts, for the reviewer. */
const removedFrom = (caller: Caller): Finding[] =>
  (caller.removed ?? []).map(({ field, count }) => ({
    guard: 'notice' as const,
    rule: `${count} hidden character${count === 1 ? '' : 's'} removed`,
    field,
  }));

export const isHeld = (findings: readonly Finding[]): boolean => findings.some(holds);

const LONGEST_REASON = 400;

/** Why a lesson is quarantined, for its history. */
export const heldReason = (findings: readonly Finding[]): string => {
  const said = findings.filter(holds).map(({ guard, rule, field }) => `${guard}: ${rule} (in ${field})`);
  return `held by a guard: ${[...new Set(said)].join('; ')}`.slice(0, LONGEST_REASON);
};

/** The kind of the first secret in a lesson's parts, or null. */
export const firstSecret = async (services: Services, parts: readonly TextPart[]): Promise<string | null> => {
  for (const { text } of parts) {
    const [span] = await services.guard.findSecrets(text);
    if (span !== undefined) return span.kind;
  }
  return null;
};
