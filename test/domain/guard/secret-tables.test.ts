import { expect, it } from 'vitest';
import { findInTables } from '../../../src/domain/guard/secret-tables.ts';

const isLong = (value: string): boolean => value.length > 5;
const found = (text: string): string[] => findInTables(text, isLong).map(({ from, to }) => text.slice(from, to));

it('finds the values below a column that is named for passwords or keys, and no others', () => {
  const text =
    'Accounts:\n| user name | Password |\n|---|:---:|\n| anybody | `correct!1` |\n| bob | x |\n| second | battery!2 |\n\nThe end | of it';
  expect(found(text)).toEqual(['correct!1', 'battery!2']);
  expect(found('user | token\n--- | ---\nci | abcdef12')).toEqual(['abcdef12']);
  expect(found('| step | what is done |\n|---|---|\n| first | password reset |')).toEqual([]);
  expect(found('password | none')).toEqual([]);
});
