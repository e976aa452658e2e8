import { OVERRIDE_MEANS, type Override } from '../../../domain/override.ts';
import type { Output } from '../output.ts';

export const overrideList = (output: Output, items: readonly Override[]): string =>
  items.length === 0
    ? 'Nothing is switched off.'
    : items
        .map(
          ({ name, until, by, reason }) =>
            `${output.paint.bold(name)} is off until ${until}, by ${output.show(by)}: ${output.show(reason)}\n  ${OVERRIDE_MEANS[name]}`,
        )
        .join('\n');
