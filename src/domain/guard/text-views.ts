import { BASE32_RUN, fromBase32, fromNumbers, NUMBER_RUN } from './number-runs.ts';

/** A text as it may be read in another way, and where in the source a stretch of it stands. */
export interface TextView {
  readonly how: 'as written' | 'joined' | 'unescaped' | 'base64' | 'base32' | 'hex' | 'code list';
  readonly text: string;
  /** Offsets in the source, `to` exclusive. */
  readonly place: (from: number, to: number) => { from: number; to: number };
}

/** Between two characters of one word: line ends, with what continues a line; the seam of two strings put together. */
const SEAM =
  /(?<=[\w+/=.%~-])(?:\\?\n[ \t]{0,40}(?:[>|#*]{1,3} {0,4})?|["'`][ \t\n]{0,40}(?:\+|\.{1,2}|&|\|\|)[ \t\n]{0,40}["'`]|["'`][ \t]{0,3},?[ \t]{0,8}["'`]|[*`]{1,3})(?=[\w+/=.%~-])/gu;
const BYTE_RUN = /(?:%[0-9A-Fa-f]{2}){1,400}|(?:\\x[0-9A-Fa-f]{2} ?){1,400}|(?:=[0-9A-F]{2}){2,400}/gu;
const UNIT =
  /\\u(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{4}))|&#x([0-9A-Fa-f]{1,6});?|&#(\d{1,7});?|&(lt|gt|amp|quot|apos|colon|nbsp|sol|Tab|NewLine|shy|zwj|zwnj|ZeroWidthSpace|lpar|rpar|comma|period|excl);/gu;
const BASE64_RUN = /[A-Za-z0-9+/_-]{16,8000}={0,2}/gu;
const HEX_RUN =
  /(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{24,8000}|(?:[0-9A-Fa-f]{2}[ :,]{1,2}){11,4000}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4} ){5,2000}[0-9A-Fa-f]{2,4})(?![0-9A-Za-z])/gu;

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  colon: ':',
  nbsp: ' ',
  sol: '/',
  Tab: ' ',
  NewLine: '\n',
  shy: '',
  zwj: '',
  zwnj: '',
  ZeroWidthSpace: '',
  lpar: '(',
  rpar: ')',
  comma: ',',
  period: '.',
  excl: '!',
};

/**
 * The text as written, and read one step further: words joined over line ends and string seams, escapes undone, and each
 * run of base64, hexadecimal or character codes that decodes to readable text.
 */
export const textViews = (text: string): TextView[] => {
  const views: TextView[] = [{ how: 'as written', text, place: (from, to) => ({ from, to }) }];
  const joined = replaced('joined', text, SEAM, () => '');
  if (joined !== null) views.push(joined);
  const plain = unescaped(text);
  if (plain !== null) views.push(plain);
  for (const base of joined === null ? views.slice(0, 1) : [views[0], joined]) {
    if (base !== undefined) views.push(...decoded(base));
  }
  return views;
};

const unescaped = (text: string): TextView | null => {
  if (!/[%\\=&]/u.test(text)) return null;
  const bytes = replaced('unescaped', text, BYTE_RUN, (run) => fromHex(run.replace(/[^0-9A-Fa-f]/gu, ''), 1) ?? run);
  const units = replaced('unescaped', bytes?.text ?? text, UNIT, unitOf);
  if (units === null || bytes === null) return units ?? bytes;
  return {
    ...units,
    place: (from, to) => {
      const inner = units.place(from, to);
      return bytes.place(inner.from, inner.to);
    },
  };
};

const unitOf = (whole: string, ...groups: readonly (string | undefined)[]): string => {
  const [braced, unicode, hex, decimal, name] = groups;
  if (name !== undefined) return NAMED[name] ?? whole;
  const point = decimal === undefined ? Number.parseInt(braced ?? unicode ?? hex ?? '', 16) : Number(decimal);
  return point > 0x1f && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
};

/** The text with each match replaced, or null when that changes nothing. */
const replaced = (
  how: TextView['how'],
  text: string,
  pattern: RegExp,
  by: (whole: string, ...groups: string[]) => string,
): TextView | null => {
  const parts: string[] = [];
  /** For each part: where it begins in the view, where in the source, and how far it goes there. */
  const spans: { at: number; from: number; to: number; exact: boolean }[] = [];
  let at = 0;
  const push = (part: string, from: number, to: number, exact: boolean): void => {
    if (to > from) spans.push({ at, from, to, exact });
    parts.push(part);
    at += part.length;
  };
  let last = 0;
  let changed = false;
  for (const match of text.matchAll(pattern)) {
    const [whole, ...groups] = match;
    const other = by(whole, ...groups);
    if (other === whole) continue;
    changed = true;
    push(text.slice(last, match.index), last, match.index, true);
    push(other, match.index, match.index + whole.length, false);
    last = match.index + whole.length;
  }
  if (!changed) return null;
  push(text.slice(last), last, text.length, true);
  return { how, text: parts.join(''), place: (from, to) => placeIn(spans, from, to) };
};

const placeIn = (
  spans: readonly { at: number; from: number; to: number; exact: boolean }[],
  from: number,
  to: number,
): { from: number; to: number } => {
  const spanAt = (offset: number) => spans.findLast((span) => span.at <= offset) ?? spans[0];
  const first = spanAt(from);
  const last = spanAt(Math.max(from, to - 1));
  if (first === undefined || last === undefined) return { from: 0, to: 0 };
  return {
    from: first.exact ? first.from + (from - first.at) : first.from,
    to: last.exact ? Math.min(last.to, last.from + (to - last.at)) : last.to,
  };
};

const decoded = (base: TextView): TextView[] => [
  ...runs(base, 'base64', BASE64_RUN, fromBase64),
  ...runs(base, 'base32', BASE32_RUN, (run) => utf8(fromBase32(run))),
  ...runs(base, 'hex', HEX_RUN, (run) => fromHex(run.replace(/[ :,]/gu, ''))),
  ...runs(base, 'code list', NUMBER_RUN, (run) => readable(fromNumbers(run) ?? '')),
];

const runs = (
  base: TextView,
  how: TextView['how'],
  pattern: RegExp,
  decode: (run: string) => string | null,
): TextView[] =>
  Array.from(base.text.matchAll(pattern)).flatMap((match) => {
    const text = decode(match[0]);
    if (text === null) return [];
    const whole = base.place(match.index, match.index + match[0].length);
    return [{ how, text, place: () => whole }];
  });

/** Text that a person could read: hardly anything but letters, digits and signs of ASCII, or whole UTF-8. */
const readable = (text: string, shortest = 4): string | null => {
  if (text.length < shortest || text.includes('\ufffd')) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell bytes from text
  const odd = text.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0]/gu)?.length ?? 0;
  return odd / text.length > 0.02 ? null : text;
};

const utf8 = (bytes: Uint8Array, shortest?: number): string | null =>
  readable(new TextDecoder('utf-8').decode(bytes), shortest);

const fromBase64 = (run: string): string | null => {
  const plain = run.replace(/=+$/u, '').replace(/-/gu, '+').replace(/_/gu, '/');
  const whole = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
  return utf8(Uint8Array.from(atob(whole), (character) => character.charCodeAt(0)));
};

const fromHex = (digits: string, shortest?: number): string | null =>
  utf8(
    Uint8Array.from(digits.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16)),
    shortest,
  );
