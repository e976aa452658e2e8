/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Citation, LessonText } from '../../../domain/lesson.ts';
import { Stored } from './stored.tsx';

const placeOf = ({ path, line, end_line, symbol }: Citation): string =>
  [
    path,
    line === undefined ? '' : `:${line}`,
    end_line === undefined ? '' : `–${end_line}`,
    symbol === undefined ? '' : ` ${symbol}`,
  ].join('');

const Row = ({ label, text }: { label: string; text: string | undefined }) =>
  text === undefined || text === '' ? null : (
    <>
      <dt>{label}</dt>
      <dd>
        <Stored text={text} />
      </dd>
    </>
  );

const ListRow = ({ label, items }: { label: string; items: readonly string[] | undefined }) =>
  items === undefined || items.length === 0 ? null : (
    <>
      <dt>{label}</dt>
      <dd>
        <ul class="plain">
          {items.map((item) => (
            <li>
              <Stored text={item} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );

/** What a lesson says beside its rule. */
export const LessonParts = ({ text }: { text: LessonText }) => (
  <dl class="parts">
    <Row label="When" text={text.when} />
    <Row label="Not when" text={text.not_when} />
    <Row label="Why" text={text.why} />
    <ListRow label="Tasks it is for" items={text.examples} />
    <ListRow label="Files" items={text.scope.paths} />
    <ListRow label="Languages" items={text.scope.languages} />
    <ListRow label="Tools" items={text.scope.tools} />
    <ListRow label="Rests on" items={text.citations.map(placeOf)} />
  </dl>
);
