import { HoneError } from '../domain/error.ts';
import type { LessonFormat } from '../domain/import/file-format.ts';
import { readJson } from '../domain/import/json-value.ts';
import { lessonsOfOutline } from '../domain/import/lessons-of-outline.ts';
import type { ParsedFile } from '../domain/import/parsed-lesson.ts';
import { readBundle } from '../domain/import/read-bundle.ts';
import { readReviews } from '../domain/import/read-reviews.ts';
import type { Services } from './services.ts';

/**
 * Reads the lessons of a file, and says what it could not read. Writes nothing.
 *
 * @throws HoneError INVALID_INPUT when the file is not of that format.
 */
export const readLessonFile = async (
  services: Pick<Services, 'markdown'>,
  input: { readonly text: string; readonly format: LessonFormat },
): Promise<ParsedFile> => {
  if (input.format === 'markdown') return lessonsOfOutline(await services.markdown.outline(input.text));
  if (input.format === 'reviews') return readReviews(input.text);
  const value = readJson(input.text.replace(/^\uFEFF/u, ''));
  if (value === undefined) {
    throw new HoneError(
      'INVALID_INPUT',
      'The file is no JSON.',
      'A bundle comes from `hone export FILE --format bundle`.',
    );
  }
  return readBundle(value);
};
