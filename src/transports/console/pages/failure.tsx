/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { HoneError } from '../../../domain/error.ts';
import type { Assets } from '../assets.ts';
import { Document, Frame } from '../frame.tsx';
import type { Visit } from '../visit.ts';

const TITLES: Readonly<Partial<Record<HoneError['code'], string>>> = {
  NOT_FOUND: 'There is no such page',
  FORBIDDEN: 'This is not yours to do',
  CONFLICT: 'Something changed meanwhile',
  EXPIRED: 'Too late',
  STORE_UNAVAILABLE: 'Hone cannot show this now',
  BUSY: 'Others are writing',
};

/** What went wrong, what is allowed, and the way on. */
export const failurePage = (visit: Visit | null, assets: Assets, error: HoneError) => {
  const title = TITLES[error.code] ?? 'This cannot be done so';
  const body = (
    <section class="empty">
      <h1>{title}</h1>
      <p>{error.message}</p>
      <p class="soft">{error.hint}</p>
      <p>
        <a href={visit?.href('/') ?? '/'}>Back to the overview</a>
      </p>
    </section>
  );
  if (visit !== null) return <Frame visit={visit} page={{ title, place: null, body }} assets={assets} />;
  return (
    <Document title={`${title} · Hone`} assets={assets}>
      <body class="alone">
        <main id="main">{body}</main>
      </body>
    </Document>
  );
};
