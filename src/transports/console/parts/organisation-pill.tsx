/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { isOfOrganisation } from '../../../domain/organisation.ts';

/** Says of a lesson that it holds, or would hold, in every project. */
export const OrganisationPill = ({ lesson }: { lesson: { readonly project: string } }) =>
  isOfOrganisation(lesson) ? <span class="pill calm">whole organisation</span> : null;
