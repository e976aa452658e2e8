/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Lesson } from '../../../domain/lesson.ts';
import type { Visit } from '../visit.ts';
import { OrganisationPill } from './organisation-pill.tsx';
import { StatePill } from './state-pill.tsx';
import { Stored } from './stored.tsx';

/** One lesson in a list: its rule, where it applies, its state, and what the list says of it. */
export const LessonRow = ({ visit, lesson, children }: { visit: Visit; lesson: Lesson; children: Child }) => (
  <a class="row" href={visit.href(`/lessons/${lesson.lesson_id}`)}>
    <span class="line strong">
      <Stored text={lesson.rule} />
    </span>
    <span class="line soft">
      <Stored text={lesson.when} />
    </span>
    <span class="meta">
      <StatePill state={lesson.state} /> <OrganisationPill lesson={lesson} /> {children}
    </span>
  </a>
);
