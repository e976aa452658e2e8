import { HoneError } from '../../domain/error.ts';

/** The command was used wrongly. */
export class UsageError extends HoneError {
  constructor(message: string, hint: string) {
    super('INVALID_INPUT', message, hint);
    this.name = 'UsageError';
  }
}
