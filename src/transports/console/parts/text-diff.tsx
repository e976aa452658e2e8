/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { diffWordsWithSpace } from 'diff';
import { Stored } from './stored.tsx';

/** Longer pairs are shown side by side without marks: comparing them would keep others waiting. */
const LONGEST = 4_000;

/** What the second text says otherwise than the first, word by word. Marked by line and words, not by colour alone. */
export const TextDiff = ({ from, to }: { from: string; to: string }) => {
  if (from === to) return <Stored text={to} />;
  if (from.length + to.length > LONGEST) return <Stored text={to} />;
  return (
    <>
      {diffWordsWithSpace(from, to).map(({ value, added, removed }) => {
        if (added)
          return (
            <ins>
              <Stored text={value} />
            </ins>
          );
        return removed ? (
          <del>
            <Stored text={value} />
          </del>
        ) : (
          <Stored text={value} />
        );
      })}
    </>
  );
};
