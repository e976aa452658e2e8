/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Visit } from '../visit.ts';

interface PagerProps {
  readonly visit: Visit;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Counts from 1. */
  readonly page: number;
  readonly size: number;
  readonly total: number;
}

/** The page number in the address, 1 for anything that is none. */
export const pageNumber = (visit: Pick<Visit, 'query'>): number => {
  const page = Number(visit.query('page') ?? '1');
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
};

/** The way through a long list. */
export const Pager = ({ visit, path, query, page, size, total }: PagerProps) => {
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1) return null;
  const to = (number: number): string => visit.href(path, { ...query, page: String(number) });
  return (
    <nav class="pager" aria-label="Pages">
      {page > 1 ? (
        <a class="button" href={to(page - 1)} data-key="p">
          Previous <kbd>p</kbd>
        </a>
      ) : null}
      <span class="soft">
        {page} of {last}
      </span>
      {page < last ? (
        <a class="button" href={to(page + 1)} data-key="n">
          Next <kbd>n</kbd>
        </a>
      ) : null}
    </nav>
  );
};
