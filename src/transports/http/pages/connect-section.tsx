/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { clientSetups } from '../client-setup.ts';

/** How a client is connected to this server. */
export const ConnectSection = ({ url }: { url: string }) => (
  <section>
    <h2>Connect a client</h2>
    <p>
      Set <code>HONE_TOKEN</code> in the environment of the client; VS Code asks for it.
    </p>
    {clientSetups(url).map(({ client, file, text }) => (
      <details>
        <summary>
          {client} <code>{file}</code>
        </summary>
        <pre>
          <code>{text}</code>
        </pre>
      </details>
    ))}
  </section>
);
