import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { EXPORTED_METRICS } from '../../../src/domain/telemetry/exported-metrics.ts';
import { Gate } from '../../../src/transports/http/authenticate.ts';
import { addMetrics } from '../../../src/transports/http/metrics.ts';
import { createToken } from '../../../src/use-cases/create-token.ts';
import { importEvents } from '../../../src/use-cases/import-events.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { asText, taskEvents } from '../../support/event-lines.ts';
import { DAY } from '../../support/histories.ts';
import { inProject, openTestServices, soloPerson } from '../../support/test-services.ts';

const OWN = 'hone_own_token';
const appOf = (services: Services, { host = '127.0.0.1', allowHosts = [] as string[] } = {}) => {
  const app = new Hono();
  const get = async () => services;
  const gate = new Gate({ services: get, local: { user: 'ann', project: 'app' }, open: false, ownToken: OWN });
  addMetrics(app, { services: get, gate, host, allowHosts, complain: () => {} });
  return (token?: string) =>
    app.request('/metrics', { headers: token === undefined ? {} : { Authorization: `Bearer ${token}` } });
};

const filled = async () => {
  const opened = await openTestServices();
  for (const project of ['app', 'other']) {
    const tasks = Array.from({ length: 60 }, (_, i) =>
      taskEvents({ key: `${project}-${i}`, start: i * 60 - 10 * DAY, clean: i % 5 !== 0, interventions: i % 2 }),
    );
    await importEvents(opened.services, inProject(soloPerson, project), { text: asText(tasks.flat()) });
  }
  return opened.services;
};

const token = async (services: Services, role: 'developer' | 'lead' | 'admin', projects: '*' | string[]) =>
  (await createToken(services, soloPerson, { name: `a ${role}`, role, projects })).token;

describe('/metrics', () => {
  it('shows every exported metric with its contracted labels, and no lesson, task, person or text', async () => {
    const services = await filled();
    const response = await appOf(services)();
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    for (const [name, { type, labels }] of Object.entries(EXPORTED_METRICS)) {
      expect(text).toContain(`# TYPE ${name} ${type}\n`);
      const allowed = new Set<string>([...labels, 'le']);
      for (const [, pairs = ''] of text.matchAll(new RegExp(`^${name}(?:_bucket|_sum|_count)?\\{(.*)\\} `, 'gmu'))) {
        for (const [, label = ''] of pairs.matchAll(/([a-z_]+)="/gu)) expect(allowed, name).toContain(label);
      }
    }
    expect(text).toContain('hone_runs_total{project="app",workflow="bugfix"} 60\n');
    expect(text).toMatch(
      /^hone_estimate\{project="app",metric="completion_without_rewrite",window="30d",bound="point"\} 0\.8$/mu,
    );
    expect(text).toContain('hone_drift_alarm{project="app"} 0\n');
    expect(text).not.toMatch(/les_|app-\d|generated file|"ann"/u);
  });

  it('asks for the token of a lead or an admin where others reach the server, and shows their projects only', async () => {
    const services = await filled();
    for (const place of [{ host: '0.0.0.0' }, { allowHosts: ['hone.example'] }]) {
      const get = appOf(services, place);
      expect((await get()).status).toBe(401);
      expect((await get('hone_wrong')).status).toBe(401);
      expect((await get(OWN)).status).toBe(200);
    }
    const get = appOf(services, { host: '0.0.0.0' });
    expect((await get(await token(services, 'developer', ['app']))).status).toBe(401);
    const seen = await (await get(await token(services, 'lead', ['other']))).text();
    expect(seen).toContain('hone_runs_total{project="other"');
    expect(seen).not.toContain('project="app"');
  });

  it('says that the store is away', async () => {
    const app = new Hono();
    const away = () => Promise.reject(new Error('gone'));
    const gate = new Gate({ services: away, local: { user: 'ann', project: 'app' }, open: true, ownToken: null });
    addMetrics(app, { services: away, gate, host: '127.0.0.1', allowHosts: [], complain: () => {} });
    expect((await app.request('/metrics')).status).toBe(503);
  });
});
