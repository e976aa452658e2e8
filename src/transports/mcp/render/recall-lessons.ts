import type { Recall } from '../../../domain/recall.ts';
import { recallWords } from '../recall-words.ts';

export const renderRecallLessons = (result: Recall): string => recallWords(result);
