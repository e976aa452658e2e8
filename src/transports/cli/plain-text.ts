/**
 * Text without anything that a terminal would obey: control characters (C0 but for tab and newline, DEL, C1), which open
 * every escape sequence, and the invisible ones that reorder or hide text. What is left of a sequence shows as letters.
 */
export const plainText = (text: string): string => text.replace(ESCAPES, '').replace(OBEYED, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
const ESCAPES = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u009b[0-?]*[ -/]*[@-~]/gu;
const OBEYED = /(?![\t\n])[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
