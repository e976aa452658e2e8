/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { ageWords } from './age-words.ts';

/** A time by its distance; the exact one on paper and for those who ask. */
export const Age = ({ at, now }: { at: string; now: string }) => (
  <time datetime={at} title={`${at.slice(0, 16).replace('T', ' ')} UTC`}>
    {ageWords(at, now)}
  </time>
);
