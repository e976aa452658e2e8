import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type CliHost, type Connection, ProcessContext } from '../../../src/transports/cli/context.ts';
import { openTestServices } from '../../support/test-services.ts';

const terminal = () => Object.assign(new PassThrough(), { isTTY: true });

const build = (host: Partial<CliHost> = {}) => {
  const asked: Parameters<CliHost['connect']>[0][] = [];
  let closed = 0;
  let opened = 0;
  const context = new ProcessContext(
    {
      stdin: terminal(),
      stdout: terminal(),
      stderr: new PassThrough(),
      color: true,
      debug: false,
      folder: '.',
      own: { main: 'main.js', folder: '.' },
      connect: async (flags) => {
        asked.push(flags);
        const open = async () => {
          opened += 1;
          const close = async () => {
            closed += 1;
          };
          return { close };
        };
        return { project: 'app', user: 'ann', open, teamHere: async () => null } as unknown as Connection;
      },
      ...host,
    },
    '0.0.0-test',
  );
  return { context, asked, counts: () => ({ opened, closed }) };
};

describe('ProcessContext', () => {
  it('says whose store is looked at, on a machine of a team', async () => {
    const written = new PassThrough();
    const teamHere = async () => ({ read: () => ({ url: 'https://hone.example.com' }) });
    const connect = async () => ({ project: 'app', open: async () => ({}), teamHere }) as unknown as Connection;
    const { context } = build({ connect, stderr: written });
    await context.services();
    await context.services();
    expect(String(written.read())).toBe("This is your own store; the team's is at https://hone.example.com/\n");
  });

  it('opens one store at first use, and closes it', async () => {
    const { context, asked, counts } = build();
    context.settle({ store: 'a.db' }, 'hone');
    expect({ asked, ...counts() }).toEqual({ asked: [], opened: 0, closed: 0 });
    const [first, second] = [await context.services(), await context.services()];
    expect(first).toBe(second);
    await context.close();
    expect({ asked, ...counts() }).toEqual({ asked: [{ store: 'a.db' }], opened: 1, closed: 1 });
  });

  it('closes nothing when nothing was opened, or could not be', async () => {
    const { context, counts } = build();
    await context.close();
    expect(counts().closed).toBe(0);
    const broken = build({ connect: () => Promise.reject(new Error('no')) }).context;
    await expect(broken.services()).rejects.toThrow('no');
    await broken.close();
  });

  it('is a person with every role, alone', async () => {
    const { services } = await openTestServices();
    const connect: CliHost['connect'] = async () =>
      ({
        project: 'app',
        user: 'ann',
        teamHere: async () => null,
        open: async () => ({ ...services, close: async () => {} }),
      }) as unknown as Connection;
    expect(await build({ connect }).context.caller()).toMatchObject({
      project: 'app',
      principal: { name: 'ann', kind: 'person', solo: true, roles: ['developer', 'reviewer', 'lead', 'admin'] },
    });
  });

  it('asks a person only at a terminal, and not for JSON', () => {
    const { context } = build();
    expect(context.interactive).toBe(true);
    context.settle({ json: true }, 'hone');
    expect(context.interactive).toBe(false);
    expect(build({ stdin: new PassThrough() }).context.interactive).toBe(false);
    expect(build({ stdout: new PassThrough() }).context.interactive).toBe(false);
  });

  it('paints only on a terminal where NO_COLOR is not set', () => {
    expect(build().context.output.paint.red('x')).not.toBe('x');
    expect(build({ color: false }).context.output.paint.red('x')).toBe('x');
    expect(build({ stdout: new PassThrough() }).context.output.paint.red('x')).toBe('x');
  });

  it('tells a server’s connection from a person’s', async () => {
    const { context, asked } = build();
    await context.servingConnection();
    expect(asked).toEqual([{ serving: true }]);
  });
});
