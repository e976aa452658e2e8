/**
 * About how many tokens a language model reads in a text: a quarter of its characters, and one for each character of a
 * script without spaces. An upper estimate for budgets, not a tokenizer.
 */
export const tokenCount = (text: string): number => {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return dense + Math.ceil((text.length - dense) / 4);
};
