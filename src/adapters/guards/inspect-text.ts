import type { Finding } from '../../domain/guard/finding.ts';
import type { TextPart } from '../../ports/guard.ts';
import { findCommands } from './commands.ts';
import { findInjection, findNotices, type PlacedFinding } from './injection.ts';
import { textForms } from './text-forms.ts';

/**
 * What the guards say of a lesson's parts, given in the order in which an agent reads them: a sentence may run across
 * several. Each rule once a field.
 */
export const inspectText = (parts: readonly TextPart[]): Finding[] => {
  const joined = parts
    .map(({ text, apart }, index) => `${index === 0 ? '' : apart === true ? '\n' : ' '}${text}`)
    .join('');
  const forms = textForms(joined);
  const [written] = forms;
  const placed = [
    ...forms.flatMap((form) => [...findInjection(form), ...findCommands(form)]),
    ...(written === undefined ? [] : findNotices(written)),
  ];
  return unique(placed.map((one) => ({ guard: one.guard, rule: one.rule, field: fieldAt(parts, one) })));
};

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
