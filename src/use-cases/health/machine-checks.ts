import type { MachineInspection } from '../../ports/machine-inspection.ts';
import { type Check, fail, ok, warn } from './check.ts';

export const nodeCheck = ({ nodeVersion, nodeVersionWanted }: MachineInspection): Check =>
  isAtLeast(nodeVersion, nodeVersionWanted)
    ? ok('node', `Node ${nodeVersion}.`)
    : fail(
        'node',
        `Node ${nodeVersion} is older than ${nodeVersionWanted}.`,
        `Install Node ${nodeVersionWanted} or newer.`,
      );

const isAtLeast = (version: string, wanted: string): boolean => {
  const [have, need] = [version, wanted].map((one) => one.split('.').map(Number));
  for (const [index, part] of (need ?? []).entries()) {
    const mine = have?.[index] ?? 0;
    if (mine !== part) return mine > part;
  }
  return true;
};

export const modelFilesCheck = async (machine: MachineInspection): Promise<Check[]> => {
  const damage = await machine.modelDamage();
  return damage === null
    ? [ok('model_files', 'The files of the embedding model are what their checksums say.')]
    : [fail('model_files', `${damage}.`, 'Install Hone again. Until then recall searches by words alone.')];
};

/** Writes that wait for a store that was away. A server does them within seconds of its return. */
export const keptCallsCheck = async (machine: MachineInspection): Promise<Check[]> => {
  const { waiting, setAside } = await machine.keptCalls();
  if (waiting + setAside === 0) return [ok('kept_calls', 'No write waits on this machine for the store.')];
  const found = `${waiting} writes wait on this machine for the store; ${setAside} were refused when it was back.`;
  const how =
    'They are done when `hone serve` runs for the same user; those refused lie in the folder `calls` of HONE_HOME.';
  return [warn('kept_calls', found, how)];
};
