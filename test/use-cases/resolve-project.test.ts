import { describe, expect, it } from 'vitest';
import { projectsInReach, resolveProject } from '../../src/use-cases/resolve-project.ts';
import { soloAgent, teamAgent } from '../support/test-services.ts';

describe('the project of a call', () => {
  it('is the named one, else that of the connection', () => {
    expect(resolveProject(soloAgent, undefined)).toBe('app');
    expect(resolveProject(soloAgent, 'other')).toBe('other');
  });

  it('is never one outside the credential, named or of the connection', () => {
    const forbidden = expect.objectContaining({ code: 'FORBIDDEN' });
    expect(() => resolveProject(teamAgent, 'payroll')).toThrow(forbidden);
    expect(() => resolveProject({ ...teamAgent, project: 'payroll' }, undefined)).toThrow(forbidden);
  });

  it('is not repeated in the refusal', () => {
    expect(() => resolveProject(teamAgent, 'payroll')).toThrow(/^(?!.*payroll)/u);
  });
});

describe('the projects in which an id may lie', () => {
  it('are the own and the known ones, each once, without those outside the credential', () => {
    const known = new Set(['app', 'payroll']);
    expect(projectsInReach({ ...soloAgent, known }, undefined)).toEqual(['app', 'payroll']);
    expect(projectsInReach({ ...teamAgent, known }, undefined)).toEqual(['app']);
  });

  it('are only the named one, where the credential covers it', () => {
    expect(projectsInReach(soloAgent, 'other')).toEqual(['other']);
    expect(() => projectsInReach(teamAgent, 'payroll')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });
});
