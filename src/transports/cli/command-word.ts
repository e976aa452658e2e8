/** `--home` is of hooks alone. */
const WITH_VALUE = ['--store', '--project', '--model', '--home'];

/** The first argument that is neither a global flag nor the value of one. */
export const commandWord = (args: readonly string[]): string | undefined =>
  args.find((arg, i) => !arg.startsWith('-') && !WITH_VALUE.includes(args[i - 1] ?? ''));
