import { describe, expect, it } from 'vitest';
import { commitAuthor } from '../../../src/domain/git/commit-author.ts';

const by = (...signers: string[]) => ({ id: 'c', signers });
const ANN = 'Ann <ann@example.org>';

describe('commitAuthor', () => {
  it.each([
    'Claude <noreply@anthropic.com>',
    'Claude Opus <noreply@anthropic.com>',
    'Codex <noreply@openai.com>',
    'Cursor Agent <cursoragent@cursor.com>',
    'Copilot <198982749+Copilot@users.noreply.github.com>',
    'claude[bot] <209825114+claude[bot]@users.noreply.github.com>',
    'devin-ai-integration[bot] <158243242+devin-ai-integration[bot]@users.noreply.github.com>',
    'ann (aider) <ann@example.org>',
  ])('%s is an agent, as author and as co-author', (agent) => {
    expect(commitAuthor(by(agent))).toBe('agent');
    expect(commitAuthor(by(ANN, agent))).toBe('agent');
  });

  it.each([
    ANN,
    'Claude <claude@example.org>',
    'Devin <17+devin@users.noreply.github.com>',
    'Jules <jules@anthropic.com>',
  ])('%s is a person', (person) => {
    expect(commitAuthor(by(person))).toBe('person');
  });

  it('leaves other programs apart', () => {
    expect(commitAuthor(by('renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>'))).toBe('machine');
  });

  it('goes by the names given, instead', () => {
    expect(commitAuthor(by('Builder <ci@example.org>'), ['builder <ci@'])).toBe('agent');
    expect(commitAuthor(by('Claude <noreply@anthropic.com>'), ['builder'])).toBe('person');
  });
});
