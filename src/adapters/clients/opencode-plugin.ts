import type { Launch } from '../../domain/client-setup.ts';

/** The plugin that `hone init --with-plugin` writes: it hands opencode's events to `hone hook` and adds what comes back. */
export const opencodePlugin = ({
  command,
  args,
}: Launch): string => `// Written by \`hone init\`; \`hone init --uninstall\` takes it away.
import { spawn } from 'node:child_process';

const COMMAND = ${JSON.stringify(command)};
const ARGS = ${JSON.stringify([...args, 'hook', 'opencode'])};

const ask = (event, payload) =>
  new Promise((resolve) => {
    const child = spawn(COMMAND, [...ARGS, event], { stdio: ['pipe', 'pipe', 'ignore'] });
    let text = '';
    const end = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
    const timer = setTimeout(() => {
      child.kill();
      end(null);
    }, 3000);
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', () => end(null));
    child.on('close', () => {
      try {
        end(JSON.parse(text));
      } catch {
        end(null);
      }
    });
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(payload));
  });

export const Hone = async ({ directory }) => ({
  event: async ({ event }) => {
    if (['session.created', 'session.idle', 'session.deleted'].includes(event.type)) {
      await ask(event.type, { event, directory });
    }
  },
  'chat.message': async (input, output) => {
    const answer = await ask('chat.message', { input, output, directory });
    const first = output.parts.find((part) => part.type === 'text');
    if (answer?.text && first) output.parts.push({ ...first, id: first.id + 'h', text: answer.text, synthetic: true });
  },
  'tool.execute.after': async (input, output) => {
    await ask('tool.execute.after', { input, output, directory });
  },
});
`;
