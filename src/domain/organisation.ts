/**
 * Where lessons of the whole organisation lie: a place like a project, under a name that no credential can cover. One store
 * is one organisation.
 */
export const ORGANISATION = '@organisation';

export const isOfOrganisation = ({ project }: { readonly project: string }): boolean => project === ORGANISATION;
