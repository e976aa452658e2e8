/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** Where there is nothing yet: what to do first. */
export const Empty = ({ title, children }: { title: string; children?: Child }) => (
  <section class="empty">
    <h2>{title}</h2>
    {children}
  </section>
);
