/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** What may be wider than the screen: it scrolls by itself, by keyboard too. */
export const Scroll = ({ name, children }: { name: string; children?: Child }) => (
  <section class="scroll" tabindex={0} aria-label={name}>
    {children}
  </section>
);
