import { describe, expect, it } from 'vitest';
import { readTitle } from '../../../src/domain/import/lesson-title.ts';

describe('readTitle', () => {
  it.each([
    ['[hits: 3] Use pnpm', { title: 'Use pnpm', hits: 3 }],
    ['Use pnpm (hits: 12)', { title: 'Use pnpm', hits: 12 }],
    ['2026-06-14 — Mock models nothing', { title: 'Mock models nothing', date: '2026-06-14' }],
    ['2026-05-27: Wallet fetch', { title: 'Wallet fetch', date: '2026-05-27' }],
    ['Wallet fetch (2026-05-27)', { title: 'Wallet fetch', date: '2026-05-27' }],
    ['14.06.2026 - Umlaute', { title: 'Umlaute', date: '14.06.2026' }],
    ['5. Relations are guarded', { title: 'Relations are guarded' }],
    ['Lesson 3: Relations', { title: 'Relations' }],
    ['**Bold title**', { title: 'Bold title' }],
    ['2026-05-27', { title: '2026-05-27', date: '2026-05-27' }],
    ['Use Node 20.19 or later', { title: 'Use Node 20.19 or later' }],
  ])('%s', (heading, expected) => {
    expect(readTitle(heading)).toEqual(expected);
  });
});
