/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Visit } from '../visit.ts';

interface FormProps {
  readonly visit: Visit;
  readonly action: string;
  readonly class?: string;
  readonly children?: Child;
}

/** A form that changes something: it brings along what proves that it comes from this console. */
export const Form = ({ visit, action, class: kind, children }: FormProps) => (
  <form method="post" action={visit.href(action)} class={kind}>
    <input type="hidden" name="csrf" value={visit.csrf} />
    {children}
  </form>
);
