import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { SetupClient } from '../../domain/client-setup.ts';
import { allClients } from './all-clients.ts';
import type { Places } from './client-definition.ts';

/** Whether a client leaves a trace on this machine: a folder of its own, or its command on the path. */
export const isHere = (places: Places, client: SetupClient): boolean => {
  const { traces, command } = allClients[client];
  if (traces(places).some((path) => existsSync(path))) return true;
  const folders = command === null ? [] : (places.env.PATH ?? '').split(delimiter);
  const names = places.platform === 'win32' ? [`${command}.cmd`, `${command}.exe`] : [`${command}`];
  return folders.some((folder) => names.some((name) => folder !== '' && existsSync(join(folder, name))));
};
