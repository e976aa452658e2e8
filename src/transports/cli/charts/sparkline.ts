const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** One bar a value, from the smallest to the largest of them; a value that is missing leaves a gap. */
export const sparkline = (values: readonly (number | null)[]): string => {
  const known = values.filter((value) => value !== null);
  const lowest = Math.min(...known);
  const range = Math.max(...known) - lowest;
  return values
    .map((value) => {
      if (value === null) return ' ';
      const step = range === 0 ? 3 : Math.round(((value - lowest) / range) * (BARS.length - 1));
      return BARS[step] ?? ' ';
    })
    .join('');
};
