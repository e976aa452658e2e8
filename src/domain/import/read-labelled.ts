import { type FieldName, readLabel } from './field-labels.ts';

/** At most one list or quote marker, then bold or plain. Deeper lines belong to the text above them. */
const BOLD = /^ ?(?:[-*+>]\s+|\d+[.)]\s+)?(\*\*|__)([^*_:]{2,90})(?::\1|\1\s*:)\s*(.*)$/u;
const PLAIN = /^ ?(?:[-*+>]\s+|\d+[.)]\s+)?([\p{L}_][^*:`]{1,40}):(?:\s+(.*))?$/u;

/** The field that a line begins, with what the line says of it; null for any other line. */
export const readLabelled = (text: string): { field: FieldName; rest: string } | null => {
  const bold = BOLD.exec(text);
  const plain = bold === null ? PLAIN.exec(text) : null;
  const label = readLabel(bold?.[2] ?? plain?.[1] ?? '');
  if (label === null) return null;
  const rest = (bold?.[3] ?? plain?.[2] ?? '').trim();
  return { field: label.field, rest: label.detail === '' ? rest : `${label.detail}: ${rest}` };
};
