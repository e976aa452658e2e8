import { startServing } from './serving.ts';

/** The real server on a store, as `npm start` starts it, and where it is. */
export const startConsole = async (
  home: string,
  args: readonly string[] = [],
): Promise<{ origin: string; link: string; stop: () => Promise<number | null> }> => {
  const server = startServing(home, ['--http', '--port', '0', ...args]);
  const [first = ''] = await server.lines(1);
  const origin = /http:\S+/u.exec(first)?.[0] ?? '';
  const words = (): string => /http:\S+\/login\?code=\S+/u.exec(server.stderr())?.[0] ?? '';
  while (words() === '' && !args.includes('--no-auth')) await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    origin,
    link: words(),
    stop: () => {
      server.child.kill('SIGTERM');
      return server.ended;
    },
  };
};
