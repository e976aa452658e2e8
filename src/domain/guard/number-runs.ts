/** Numbers in a row that may be the codes of characters: decimal, octal, binary, hexadecimal with a mark. */
export const NUMBER_RUN =
  /(?<![\w.])(?:(?:0x[0-9A-Fa-f]{2}|\\[0-3][0-7]{2}|[01]{8}|\d{2,3})[,; \n]{0,3}(?=[\d\\])){8,2000}(?:0x[0-9A-Fa-f]{2}|\\[0-3][0-7]{2}|[01]{8}|\d{2,3})(?![\w.])/gu;

const BASES: readonly { readonly form: RegExp; readonly base: number }[] = [
  { form: /^0x[0-9A-Fa-f]{2}$/u, base: 16 },
  { form: /^[01]{8}$/u, base: 2 },
  { form: /^\d{2,3}$/u, base: 10 },
  { form: /^\\?[0-3]?[0-7]{2}$/u, base: 8 },
];

const isCode = (code: number): boolean => code >= 9 && code <= 126;

/** The characters of a run of numbers, in the first base in which all of them are codes of ASCII; null in none. */
export const fromNumbers = (run: string): string | null => {
  const parts = run.match(/0x[0-9A-Fa-f]{2}|\\[0-3][0-7]{2}|[01]{8}|\d{2,3}/gu) ?? [];
  for (const { form, base } of BASES) {
    if (!parts.every((part) => form.test(part))) continue;
    const codes = parts.map((part) => Number.parseInt(part.replace(/^(?:0x|\\)/u, ''), base));
    if (codes.every(isCode)) return String.fromCharCode(...codes);
  }
  return null;
};

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const BASE32_RUN = /(?<![A-Za-z0-9=])[A-Z2-7]{24,4000}={0,6}(?![A-Za-z0-9])/gu;

/** The bytes of base32 (RFC 4648). */
export const fromBase32 = (run: string): Uint8Array => {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const sign of run.replace(/=+$/u, '')) {
    held = ((held << 5) | BASE32.indexOf(sign)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
};
