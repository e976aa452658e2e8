import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';

/**
 * `hone hook`: here for `--help` and the documentation only. A client's call is taken before this command line is loaded, and
 * whatever reaches it (another order of the flags) says nothing and ends well: a hook never stands in a client's way.
 */
export const hookCommand: CommandFactory = () =>
  withExamples(
    childCommand('hook', "take a client's event on stdin and say what its agent should know; always ends with 0")
      .argument('<client>', 'claude-code, codex, cursor, copilot-cli, vscode, gemini, opencode or git')
      .argument('<event>', "the client's own name of the event")
      .option('--home <folder>', "Hone's own folder, where HONE_HOME does not name it")
      .action(() => {}),
    'hone hook claude-code UserPromptSubmit < event.json',
  );
