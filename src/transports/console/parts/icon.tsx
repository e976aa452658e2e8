/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
const SHAPES = {
  overview: 'M2.5 13.5v-4M6.2 13.5v-7M9.8 13.5V8M13.5 13.5V2.5',
  review: 'M2.5 8.5l3.5 3.5 7.5-8',
  lessons: 'M3 2.5h7.5a2 2 0 012 2v9H5a2 2 0 01-2-2zM3 11.5a2 2 0 012-2h7.5',
  runs: 'M4.5 2.5l8 5.5-8 5.5z',
  checkpoints: 'M8 14a6 6 0 100-12 6 6 0 000 12zM6.3 6.2a1.8 1.8 0 113 1.5c-.8.6-1.3 1-1.3 1.8M8 11.6v.1',
  workflows: 'M2.5 2.5h4v4h-4zM9.5 9.5h4v4h-4zM6.5 4.5H10a1.5 1.5 0 011.5 1.5v3.5',
  health: 'M1.5 8.5h3l2-5 3 9 2-4h3',
} as const;

export type IconName = keyof typeof SHAPES;

/** A sign beside a word that says the same. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={SHAPES[name]} />
  </svg>
);
