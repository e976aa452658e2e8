/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
/** What no reader sees but a program obeys: control, reordering, joining and tag characters. Tab and newline are text. */
const HIDDEN = /(?![\t\n])([\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}])/u;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Stored text as a person must see it: nothing in it is obeyed, and what would be invisible is shown by its number. */
export const Stored = ({ text }: { text: string }) => (
  <>
    {text.split(new RegExp(HIDDEN.source, 'gu')).map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : (
        <span class="unseen" title="an invisible character">
          {codePoint(part)}
        </span>
      ),
    )}
  </>
);
