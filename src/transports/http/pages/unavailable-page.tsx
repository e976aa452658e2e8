/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { HoneError } from '../../../domain/error.ts';
import { Frame } from './frame.tsx';

export const UnavailablePage = ({ error }: { error: HoneError }) => (
  <Frame title="Hone: not available">
    <h1>Hone cannot show this now</h1>
    <p>{error.message}</p>
    <p>{error.hint}</p>
  </Frame>
);
