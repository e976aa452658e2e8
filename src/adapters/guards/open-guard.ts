import type { Guard } from '../../ports/guard.ts';

/** The guards; their rules are read when the first text comes, so that a start pays nothing for them. */
export const openGuard = ({ rulesFolder }: { rulesFolder: string }): Guard => {
  let search: ReturnType<typeof load> | undefined;
  const load = async () => (await import('./secrets.ts')).openSecretSearch(rulesFolder);
  return {
    findSecrets: async (text) => {
      search ??= load();
      return (await search).find(text);
    },
  };
};
