import { entropyOf, isPlaceholder } from './looks-random.ts';
import { findNamed } from './named-secrets.ts';
import { findShapes, type SecretSpan } from './secret-shapes.ts';
import { type TextView, textViews } from './text-views.ts';

/** One step of a search, over one reading of a text. */
export type SecretFinder = (text: string) => SecretSpan[];

const isSecretLike = (value: string): boolean => !isPlaceholder(value) && entropyOf(value) >= 2.5;

const own: SecretFinder = (text) => [...findShapes(text, isSecretLike), ...findNamed(text)];

/**
 * Secrets of a text, by shape and by the name beside them; also where line ends or string seams split them, and in one
 * layer of base64, hexadecimal, percent or other escapes. Needs no package, so that a hook can carry it along.
 *
 * Not found: two layers of encoding, compressed text, halves in two fields.
 */
export const findSecrets = (
  text: string,
  more: SecretFinder = () => [],
  /** Whether what was found, as that reading has it, is none. */
  isHarmless: (value: string) => boolean = () => false,
): SecretSpan[] =>
  mergeSpans(
    textViews(text).flatMap((view) =>
      [...own(view.text), ...more(view.text)]
        .filter(({ from, to }) => !isHarmless(view.text.slice(from, to)))
        .map((span) => placed(view, span)),
    ),
  );

const placed = (view: TextView, { kind, from, to }: SecretSpan): SecretSpan => ({ kind, ...view.place(from, to) });

/** In order and without overlap; where two overlap, one stretch under the kind that begins first. */
export const mergeSpans = (spans: readonly SecretSpan[]): SecretSpan[] => {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: SecretSpan[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last === undefined || span.from >= last.to) kept.push(span);
    else kept[kept.length - 1] = { ...last, to: Math.max(last.to, span.to) };
  }
  return kept;
};

/** The text with a mask in the place of each span. */
export const maskSpans = (text: string, spans: readonly SecretSpan[]): string => {
  let masked = '';
  let last = 0;
  for (const { kind, from, to } of spans) {
    masked += `${text.slice(last, from)}[${kind} removed]`;
    last = to;
  }
  return masked + text.slice(last);
};

/** The text with each secret in it masked. */
export const maskSecrets = (text: string): string => maskSpans(text, findSecrets(text));
