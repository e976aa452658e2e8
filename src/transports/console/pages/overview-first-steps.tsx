/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { clientSetups } from '../../http/client-setup.ts';
import type { Visit } from '../visit.ts';

/** What to do first in a project without a run. */
export const FirstSteps = ({ visit, lessons }: { visit: Visit; lessons: number }) => (
  <section class="empty steps">
    <h2>{lessons === 0 ? 'Begin here' : 'No agent was seen in this time'}</h2>
    <ol>
      <li>
        <h3>Connect an agent</h3>
        <p>
          Set <code>HONE_TOKEN</code> in the environment of the client; VS Code asks for it.
        </p>
        {clientSetups(`${visit.origin}/mcp`).map(({ client, file, text }) => (
          <details>
            <summary>
              {client} <code>{file}</code>
            </summary>
            <pre tabindex={0}>
              <code>{text}</code>
            </pre>
          </details>
        ))}
      </li>
      <li>
        <h3>Teach it something</h3>
        <p>Give your agent a task and correct it: it keeps what you said. Or write the first lesson yourself:</p>
        <pre tabindex={0}>
          <code>hone flag "Use pnpm, not npm" --when "installing a dependency"</code>
        </pre>
        <p>
          Rules that the team wrote down already: <code>hone import CLAUDE.md</code>
        </p>
      </li>
      <li>
        <h3>Review what it learned</h3>
        <p>
          Only what a person lets through is served to all. <a href={visit.href('/review')}>Open the queue</a>
        </p>
      </li>
    </ol>
  </section>
);
