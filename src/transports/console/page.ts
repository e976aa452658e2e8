import type { Child } from 'hono/jsx';
import type { IconName } from './parts/icon.tsx';

/** What one address shows, without what every page has around it. */
export interface Page {
  readonly title: string;
  /** Its place in the navigation; null: beside it. */
  readonly place: IconName | null;
  readonly body: Child;
}
