import { describe, expect, it } from 'vitest';
import { isTeamProject, narrowedTo, teamUrl } from '../../src/domain/team-connection.ts';

describe('teamUrl', () => {
  it.each([
    ['https://hone.example.com', 'https://hone.example.com'],
    ['https://hone.example.com/mcp', 'https://hone.example.com'],
    ['https://example.com/hone/', 'https://example.com/hone'],
    ['http://127.0.0.1:4663/mcp/', 'http://127.0.0.1:4663'],
  ])('keeps %s as %s', (given, kept) => {
    expect(teamUrl(given)).toBe(kept);
  });

  it.each([
    'http://hone.example.com',
    'hone.example.com',
    'https://ann:secret@hone.example.com',
    'https://hone.example.com?x=1',
    'file:///etc/passwd',
    '',
  ])('sends no token to %s', (given) => {
    expect(teamUrl(given)).toBeNull();
  });
});

describe('narrowedTo', () => {
  it('is what both the credential and the developer name', () => {
    expect(narrowedTo('*', [])).toBe('*');
    expect(narrowedTo('*', ['app'])).toEqual(['app']);
    expect(narrowedTo(['app', 'web'], ['web'])).toEqual(['web']);
    expect(narrowedTo(['app'], ['app', 'other'])).toBeNull();
  });
});

describe('isTeamProject', () => {
  it('goes by the projects of the connection', () => {
    const team = { version: 1, url: '', token: '', name: '', roles: [], expires_at: null, connected_at: '' } as const;
    expect(isTeamProject({ ...team, projects: '*' }, 'any')).toBe(true);
    expect(isTeamProject({ ...team, projects: ['app'] }, 'app')).toBe(true);
    expect(isTeamProject({ ...team, projects: ['app'] }, 'own')).toBe(false);
  });
});
