/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Assets } from './assets.ts';
import type { Page } from './page.ts';
import { Icon, type IconName } from './parts/icon.tsx';
import { Stored } from './parts/stored.tsx';
import type { Visit } from './visit.ts';

const PLACES: readonly (readonly [IconName, string, string])[] = [
  ['overview', '/', 'Overview'],
  ['review', '/review', 'Review'],
  ['lessons', '/lessons', 'Lessons'],
  ['runs', '/runs', 'Runs'],
  ['checkpoints', '/checkpoints', 'Checkpoints'],
  ['workflows', '/workflows', 'Workflows & trials'],
  ['health', '/health', 'Health'],
];

interface DocumentProps {
  readonly title: string;
  readonly assets: Assets;
  /** Where the browser goes on to by itself. */
  readonly onward?: string;
  readonly children?: Child;
}

/** A whole document: what comes before and after every page, signed in or not. */
export const Document = ({ title, assets, onward, children }: DocumentProps) => (
  <>
    {raw('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {onward === undefined ? null : <meta http-equiv="refresh" content={`0;url=${onward}`} />}
        <title>{title}</title>
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <script src={assets.script} defer></script>
      </head>
      {children}
    </html>
  </>
);

/** A page with its navigation, for a person who is signed in. */
export const Frame = ({ visit, page, assets }: { visit: Visit; page: Page; assets: Assets }) => (
  <Document title={`${page.title} · Hone`} assets={assets}>
    <body data-events={visit.href('/events')}>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="side">
        <a class="brand" href={visit.href('/')}>
          <img src={assets.icon} width="20" height="20" alt="" /> Hone
        </a>
        <ProjectChoice visit={visit} />
        <nav aria-label="Console">
          <ul>
            {PLACES.map(([name, path, label]) => (
              <li>
                <a href={visit.href(path)} aria-current={page.place === name ? 'page' : undefined}>
                  <Icon name={name} />
                  <span>{label}</span>
                  <Count visit={visit} name={name} />
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Who visit={visit} />
      </header>
      <main id="main" tabindex={-1}>
        {page.body}
      </main>
    </body>
  </Document>
);

const Count = ({ visit, name }: { visit: Visit; name: IconName }) => {
  if (name !== 'review' && name !== 'checkpoints') return null;
  const count = visit.counts[name];
  return (
    <span class="count" data-count={name} hidden={count === 0}>
      {count}
    </span>
  );
};

const ProjectChoice = ({ visit }: { visit: Visit }) => {
  const { project } = visit.caller;
  if (visit.projects.length < 2) {
    return (
      <p class="project" title="the project of this console">
        <Stored text={project} />
      </p>
    );
  }
  return (
    <form class="project" method="get" action="/" data-send-on-change>
      <label class="hidden" for="project">
        Project
      </label>
      <select id="project" name="project">
        {visit.projects.map((name) => (
          <option value={name} selected={name === project}>
            <Stored text={name} />
          </option>
        ))}
      </select>
      <button type="submit">Go</button>
      <a href={visit.href('/projects')}>All projects</a>
    </form>
  );
};

const Who = ({ visit }: { visit: Visit }) => {
  const { name, roles } = visit.caller.principal;
  return (
    <div class="who">
      <details class="keys" hidden>
        <summary data-key="?">Keyboard</summary>
        <p>
          Each key is written on its button. <kbd>/</kbd> goes to the search, <kbd>?</kbd> opens this.
        </p>
        <button type="button" class="small" data-keys-switch>
          Turn keys off
        </button>
      </details>
      <form method="post" action="/logout">
        <input type="hidden" name="csrf" value={visit.csrf} />
        <span title={`roles: ${roles.join(', ')}`}>
          <Stored text={name} />
        </span>
        <button type="submit" class="link">
          Sign out
        </button>
      </form>
    </div>
  );
};
