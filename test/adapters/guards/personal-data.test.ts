import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../../src/adapters/guards/personal-data.ts';

const kinds = (text: string): string[] =>
  findPersonalData(text).map((span) => `${span.kind}: ${text.slice(span.from, span.to)}`);

describe('findPersonalData', () => {
  it.each([
    ['reported by m.lindqvist@kvartal-systems.se today', 'e-mail: m.lindqvist@kvartal-systems.se'],
    ['call +46 70 174 06 05 first', 'phone: +46 70 174 06 05'],
    ['seen from 81.2.69.142 twice', 'address: 81.2.69.142'],
    ['and from 2a01:4f8:c17:b0f::2', 'address: 2a01:4f8:c17:b0f::2'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'account: DE89 3704 0044 0532 0130 00'],
    ['card 4539 1488 0343 6467 failed', 'card: 4539 1488 0343 6467'],
    ['born 12.03.1981 in the fixture', 'birth date: 12.03.1981'],
  ])('finds: %s', (text, found) => {
    expect(kinds(text)).toEqual([found]);
  });

  it.each([
    'Write addresses as user@example.com and 192.0.2.10 or 2001:db8::1 in fixtures.',
    'Clone git@github.com:team/app.git over ssh.',
    'Use card 4242 4242 4242 4242 for the happy path.',
    'The proxy is at 10.0.0.5:8080, the resolver 8.8.8.8, the version 4.12.0.1.',
    'From std::vector<int> at 10:42:07 on 2026-10-01.',
    'Pin actions/checkout@v4 and left-pad@1.3.0 in the lock file.',
    'The MAC 00:1b:63:84:45:e6 is a fixture.',
  ])('finds nothing in: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});
