import type { Embedder } from '../../ports/embedder.ts';

/** What made a vector, as the store keeps it. */
export const modelKey = ({ identity }: Embedder): string => `${identity.model} ${identity.dtype} ${identity.runtime}`;
