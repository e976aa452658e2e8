import { describe, expect, it } from 'vitest';
import { deletedLines } from '../../../src/adapters/git/deleted-lines.ts';

describe('deletedLines', () => {
  it('reads files and ranges, and skips what only looks like a header', () => {
    const patch = [
      'diff --git a/a.md b/a.md',
      '--- a/a.md',
      '+++ b/a.md',
      '@@ -3,2 +3 @@ heading',
      '--- a/not-a-file',
      '-@@ -1,1 +1,1 @@',
      '+new',
      '@@ -9 +8,0 @@',
      '-gone',
      'diff --git a/new.md b/new.md',
      '--- /dev/null',
      '+++ b/new.md',
      '@@ -0,0 +1 @@',
      '+x',
      'Binary files a/x.png and b/x.png differ',
      '--- "a/\\303\\274 \\"q\\".md"',
      '+++ /dev/null',
      '@@ -1,2 +0,0 @@',
      '-1',
      '-2',
      '',
    ].join('\n');
    expect(deletedLines(patch)).toEqual([
      {
        path: 'a.md',
        ranges: [
          { start: 3, count: 2 },
          { start: 9, count: 1 },
        ],
      },
      { path: `${String.fromCharCode(0o303, 0o274)} "q".md`, ranges: [{ start: 1, count: 2 }] },
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(deletedLines('')).toEqual([]);
  });
});
