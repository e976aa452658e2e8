/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { listProjects, type ProjectRow, showProject } from '../../../use-cases/projects/list-projects.ts';
import type { Page } from '../page.ts';
import { Scroll } from '../parts/scroll.tsx';
import { Stored } from '../parts/stored.tsx';
import type { Visit } from '../visit.ts';

/** Where do people belong, and what waits there? Only projects that the person may see are told of. */
export const projectsPage = async (visit: Visit): Promise<Page> => {
  const { items } = await listProjects(visit.services, visit.caller);
  const { project, members } = await showProject(visit.services, visit.caller, {});
  const body = (
    <>
      <header class="head">
        <h1>Projects</h1>
        <p class="soft">
          {items.length} {items.length === 1 ? 'project' : 'projects'} that you may see.
        </p>
      </header>
      <Scroll name="projects that you may see">
        <table>
          <thead>
            <tr>
              <th scope="col">Project</th>
              <th scope="col">You are</th>
              <th scope="col">Lessons that serve</th>
              <th scope="col">Wait for review</th>
              <th scope="col">Questions</th>
              <th scope="col">Runs</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <Row row={row} current={row.project === visit.caller.project} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <h2>
        Members of <Stored text={project} />
      </h2>
      {members.length === 0 ? (
        <p class="soft">
          None yet: <code>hone project add NAME --role developer</code> makes one, for a token of the role{' '}
          <code>member</code>. Tokens of other roles say themselves what they may do.
        </p>
      ) : (
        <ul class="plain">
          {members.map(({ name, role }) => (
            <li>
              <Stored text={name} /> · {role}
            </li>
          ))}
        </ul>
      )}
    </>
  );
  return { title: 'Projects', place: null, body };
};

const Row = ({ row, current }: { row: ProjectRow; current: boolean }) => {
  const at = (path: string): string => `${path}?project=${encodeURIComponent(row.project)}`;
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <th scope="row">
        <a href={at('/')}>
          <Stored text={row.project} />
        </a>
      </th>
      <td>{row.roles.at(-1) ?? 'reader'}</td>
      <td>
        <a href={at('/lessons')}>
          {row.served} of {row.lessons}
        </a>
      </td>
      <td>{row.waiting === 0 ? 0 : <a href={at('/review')}>{row.waiting}</a>}</td>
      <td>{row.checkpoints === 0 ? 0 : <a href={at('/checkpoints')}>{row.checkpoints}</a>}</td>
      <td>{row.runs}</td>
    </tr>
  );
};
