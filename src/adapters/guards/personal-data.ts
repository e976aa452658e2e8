import { BlockList, isIPv4 } from 'node:net';
import type { SecretSpan } from '../../domain/guard/secret-shapes.ts';

interface Kind {
  readonly kind: string;
  /** Bounded, so that each start costs a bounded number of steps. The first group is what is masked, or the whole. */
  readonly pattern: RegExp;
  readonly accept: (value: string) => boolean;
}

/** Names that are no person's: services, roles, and hosts set aside for documents (RFC 2606, RFC 6761). */
const NOBODY =
  /^(?:git|noreply|no-reply|donotreply|support|info|security|admin|root|hello|team|ops|dev|help|contact|sales|billing|abuse|postmaster|webmaster|user|test|name|me|you|someone|bot|ci|deploy|hooks|api)(?:[+.-]|@)|@(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|test|invalid|localhost|local|internal|noreply\.github\.com)$/iu;
const FILE_ENDING = /\.(?:ts|js|tsx|jsx|mjs|cjs|json|ya?ml|css|html?|lock|toml|xml|png|svg)$/iu;

/** Numbers that payment services publish for tests. */
const TEST_CARDS =
  /^(?:4242|4000|4111|4012|5555555555554444|5105105105105100|2223003122003222|3782822463|3714496353|6011111111111117|6011000990139424|30569309025904|3530111333300000)/u;

const digitsOf = (text: string): string => text.replace(/\D/gu, '');

/** ISO/IEC 7812-1, annex B. */
const luhn = (digits: string): boolean => {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
};

/** ISO 13616: the number with its first four signs moved to the end is 1 modulo 97. */
const isAccount = (text: string): boolean => {
  const plain = text.replace(/ /gu, '');
  const turned = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const sign of turned) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return plain.length >= 15 && rest === 1;
};

/** Networks that are private, local, reserved or for documents (RFC 6890). */
const CLOSED = new BlockList();
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ] as const),
  ...([
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
  ] as const),
  ...([
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
]) {
  CLOSED.addSubnet(network, bits);
}

const isOpenAddress = (text: string): boolean => {
  const parts = text.split('.').map(Number);
  if (!isIPv4(text) || CLOSED.check(text)) return false;
  // Small numbers are versions; one number four times is a public name server.
  return Math.max(...parts) > 31 && new Set(parts).size > 1;
};

const isOpenAddress6 = (text: string): boolean => {
  const groups = text.split(':');
  const short = text.includes('::');
  if (text.indexOf('::') !== text.lastIndexOf('::') || groups.some((group) => group.length > 4)) return false;
  if (short ? groups.length > 8 : groups.length !== 8) return false;
  return /^[23][0-9a-f]{3}$/iu.test(groups[0] ?? '') && !/^2001:0?db8/iu.test(text);
};

const KINDS: readonly Kind[] = [
  {
    kind: 'e-mail',
    pattern: /(?<![\w.+@/-])[a-z0-9][\w.+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![\w@:/-])/giu,
    accept: (value) => !NOBODY.test(value) && !FILE_ENDING.test(value),
  },
  {
    kind: 'account',
    pattern: /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9])/gu,
    accept: isAccount,
  },
  {
    kind: 'card',
    pattern: /(?<![\d.-])\d{4}(?:[ -]\d{4}){3}(?![\d-])|(?:card|visa|mastercard|amex)\D{0,20}(\d{13,19})(?!\d)/giu,
    accept: (value) => luhn(digitsOf(value)) && !TEST_CARDS.test(digitsOf(value)),
  },
  {
    kind: 'phone',
    pattern:
      /(?<![\w.+-])\+\d{1,3}[ ().-]{0,2}(?:\d[ ().-]{0,2}){6,12}\d(?![\w.])|(?:phone|tel|telephone|mobile|call|telefon|handy)[:. ]{1,3}(\(?\d(?:[ ()/.-]{0,2}\d){6,13})(?![\w.])/giu,
    accept: (value) => digitsOf(value).length >= 8 && !/555-?01\d\d/u.test(value),
  },
  { kind: 'address', pattern: /(?<![\d.v])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]\d|\.\d)/gu, accept: isOpenAddress },
  { kind: 'address', pattern: /(?<![\w:.])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/giu, accept: isOpenAddress6 },
  {
    kind: 'birth date',
    pattern: /\b(?:born|birth(?:day| date)?|dob|geboren|date of birth)\b\D{0,12}(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})/giu,
    accept: () => true,
  },
  {
    kind: 'social security number',
    pattern: /\b(?:ssn|social security)\b\D{0,16}(\d{3}-?\d{2}-?\d{4})(?!\d)/giu,
    accept: () => true,
  },
];

/** Data of persons by rule: mail addresses, phone numbers, internet addresses, accounts, cards, birth dates. No more is claimed. */
export const findPersonalData = (text: string): SecretSpan[] => {
  const spans = KINDS.flatMap(({ kind, pattern, accept }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const value = match[1] ?? match[0];
      const from = match.index + match[0].indexOf(value);
      return accept(value) ? [{ kind, from, to: from + value.length }] : [];
    }),
  ).sort((a, b) => a.from - b.from);
  return spans.filter((span, index) => index === 0 || span.from >= (spans[index - 1]?.to ?? 0));
};
