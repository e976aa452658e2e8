import { InvalidArgumentError } from 'commander';

/** Reads an option's value as a whole number of at least `least`. */
export const wholeNumber =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/u.test(value) || number < least || number > most) {
      throw new InvalidArgumentError(
        most === Number.MAX_SAFE_INTEGER
          ? `It is a whole number, ${least} or more.`
          : `It is a whole number, ${least} to ${most}.`,
      );
    }
    return number;
  };

/** Reads an option's value as a share, 0 to 1. */
export const share = (value: string): number => {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1)) throw new InvalidArgumentError('It is a share, 0 to 1.');
  return number;
};
