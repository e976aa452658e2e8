import { cleanText, hasLoneSurrogate, hasPiledMarks, MOST_INVISIBLE } from '../text/canonical.ts';
import type { ParsedLesson } from './parsed-lesson.ts';

export interface CleanLesson {
  readonly item: ParsedLesson;
  /** Invisible characters that were taken out, by field. */
  readonly removed: readonly { readonly field: string; readonly count: number }[];
  /** Why a person cannot be asked to judge it: its text is not what it looks like. Null: it is. */
  readonly unreadable: string | null;
}

/** A lesson of a file with visible text only, and an account of what was not visible. */
export const cleanParsed = (item: ParsedLesson): CleanLesson => {
  const removed = new Map<string, number>();
  const unreadable: string[] = [];
  const clean = (field: string, raw: string): string => {
    const { text, removed: count } = cleanText(raw);
    if (count > 0) removed.set(field, (removed.get(field) ?? 0) + count);
    if (count > MOST_INVISIBLE) unreadable.push(`\`${field}\` hides text in ${count} invisible characters`);
    if (hasLoneSurrogate(text)) unreadable.push(`\`${field}\` holds half of a surrogate pair`);
    if (hasPiledMarks(text)) unreadable.push(`\`${field}\` buries letters under marks`);
    return text;
  };
  const cleaned = cleanFields(item, clean);
  return {
    item: cleaned,
    removed: [...removed].map(([field, count]) => ({ field, count })),
    unreadable: unreadable[0] ?? null,
  };
};

type Clean = (field: string, raw: string) => string;

const cleanFields = (item: ParsedLesson, clean: Clean): ParsedLesson => ({
  ...item,
  ...cleanTexts(item, ['title', 'when', 'rule', 'not_when', 'why'], clean),
  examples: item.examples.map((one) => clean('examples', one)),
  citations: item.citations.map((one) => ({
    ...one,
    path: clean('citations', one.path),
    ...(one.symbol === undefined ? {} : { symbol: clean('citations', one.symbol) }),
  })),
  scope: Object.fromEntries(Object.entries(item.scope).map(([kind, list]) => [kind, cleanList(list, clean)])),
  evidence: item.evidence.map((one) => ({ ...one, ...cleanTexts(one, ['ref', 'text'], clean, 'evidence') })),
});

const cleanList = (list: readonly string[], clean: Clean): string[] => list.map((one) => clean('scope', one));

/** The texts of an object that it has. */
const cleanTexts = <T extends object, K extends keyof T & string>(
  value: T,
  names: readonly K[],
  clean: Clean,
  field?: string,
): Partial<T> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = value[name];
      return typeof text === 'string' ? [[name, clean(field ?? name, text)]] : [];
    }),
  ) as Partial<T>;

/** What was taken out, for the person who imports. Empty: nothing. */
export const removedWords = ({ removed }: Pick<CleanLesson, 'removed'>): string =>
  removed
    .map(({ field, count }) => `${count} hidden character${count === 1 ? '' : 's'} taken out of \`${field}\``)
    .join(', ');
