import type { Finding } from '../../domain/guard/finding.ts';
import type { TextPart } from '../../ports/guard.ts';
import { findCommands } from './commands.ts';
import { findForgedTurns } from './injection/forged-turns.ts';
import { findInjection, findNotices, type PlacedFinding } from './injection.ts';
import { textForms } from './text-forms.ts';

/** What is read at once. No field is as long; one that is longer is held unread. */
const LONGEST = 20_000;

/**
 * What the guards say of a lesson's parts, given in the order in which an agent reads them: a sentence may run across
 * several. Each rule once a field.
 */
export const inspectText = (parts: readonly TextPart[]): Finding[] => {
  const unread = parts.filter(({ text }) => text.length > LONGEST);
  const said = inBatches(parts.filter((part) => !unread.includes(part))).flatMap(inspectBatch);
  return unique([
    ...unread.map(({ field }): Finding => ({ guard: 'injection', rule: 'more text than a guard reads', field })),
    ...said,
  ]);
};

/** Parts that are read as one text; a new one begins where no sentence runs on and the text would become too long. */
const inBatches = (parts: readonly TextPart[]): TextPart[][] => {
  const batches: TextPart[][] = [];
  let length = 0;
  for (const part of parts) {
    length += part.text.length + 1;
    const last = batches.at(-1);
    if (last === undefined || length > LONGEST) {
      batches.push([part]);
      length = part.text.length;
    } else last.push(part);
  }
  return batches;
};

const inspectBatch = (parts: readonly TextPart[]): Finding[] => {
  const forms = textForms(
    parts.map(({ text, apart }, index) => `${index === 0 ? '' : apart === true ? '\n' : ' '}${text}`).join(''),
  );
  const [written] = forms;
  return [
    ...parts.flatMap(forgedIn),
    ...forms.flatMap((form) => [...findInjection(form), ...findCommands(form)]),
    ...(written === undefined ? [] : findNotices(written)),
  ].map((one) => ('field' in one ? one : { guard: one.guard, rule: one.rule, field: fieldAt(parts, one) }));
};

/** A forged turn begins a line: of the part, not of all parts together. */
const forgedIn = ({ field, text }: TextPart): Finding[] =>
  findForgedTurns(`\n${text.toLowerCase()}`).map(({ rule }) => ({ guard: 'injection', rule, field }));

const fieldAt = (parts: readonly TextPart[], { at }: PlacedFinding): string => {
  let end = 0;
  for (const { field, text } of parts) {
    end += text.length + 1;
    if (at < end) return field;
  }
  return parts.at(-1)?.field ?? 'text';
};

const unique = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((one) => [`${one.guard} ${one.rule} ${one.field}`, one])).values(),
];
