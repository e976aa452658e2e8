import { HoneError } from '../../domain/error.ts';

/** What a file holds was refused. The command was used rightly, so it ends with 1 and not with 2. */
export class ContentRefused extends HoneError {
  constructor({ code, message, hint }: HoneError) {
    super(code, message, hint);
    this.name = 'ContentRefused';
  }
}

/** Does work whose input comes out of a file. @throws ContentRefused for every refusal in it. */
export const fromFile = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof HoneError ? new ContentRefused(error) : error;
  }
};
