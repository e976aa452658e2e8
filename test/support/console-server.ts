import { startServing } from './serving.ts';

/** The real server on a store, as `npm start` starts it, and where it is. */
export const startConsole = async (
  home: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<{ origin: string; link: string; words: () => string; stop: () => Promise<number | null> }> => {
  const server = startServing(home, ['--http', '--port', '0', ...args], environment);
  const [first = ''] = await server.lines(1);
  const origin = /http:\S+/u.exec(first)?.[0] ?? '';
  const link = (): string => /http:\S+\/login\?code=\S+/u.exec(server.stderr())?.[0] ?? '';
  while (link() === '' && !args.includes('--no-auth')) await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    origin,
    link: link(),
    words: server.stderr,
    stop: () => {
      server.child.kill('SIGTERM');
      return server.ended;
    },
  };
};
