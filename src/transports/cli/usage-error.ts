import { HoneError } from '../../domain/error.ts';

/** The command was used wrongly: exit 2, where a refusal of what was asked is exit 1. */
export class UsageError extends HoneError {
  constructor(message: string, hint: string, options?: ErrorOptions) {
    super('INVALID_INPUT', message, hint, options);
    this.name = 'UsageError';
  }
}
