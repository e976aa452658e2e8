/**
 * One line of JSON that a terminal obeys in nothing either: what JSON leaves as it is (DEL, C1 controls, characters that hide or
 * reorder text) is escaped, so a program that reads it still gets the very same text.
 */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(OBEYED, (character) =>
    Array.from({ length: character.length }, (_, unit) => `\\u${hex(character.charCodeAt(unit))}`).join(''),
  );

const OBEYED = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

const hex = (unit: number): string => unit.toString(16).padStart(4, '0');
