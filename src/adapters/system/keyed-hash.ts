import { createHmac, randomBytes } from 'node:crypto';
import type { KeyedHash } from '../../ports/keyed-hash.ts';

const KEY_BYTES = 32;

export const systemKeyedHash: KeyedHash = {
  newKey: () => randomBytes(KEY_BYTES).toString('hex'),
  digest: (key, message) => createHmac('sha256', key).update(message).digest('hex'),
};
