import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node';
import { McpServer } from '@modelcontextprotocol/server';
import { BODY_LIMIT, createApp } from '../../src/transports/http/app.ts';
import { Gate } from '../../src/transports/http/authenticate.ts';
import { gracefulServer } from '../../src/transports/http/graceful-server.ts';
import { allowedHosts } from '../../src/transports/http/hosts.ts';
import { SignIn } from '../../src/transports/http/sign-in.ts';
import { addContentPrompts, addContentResources, addContentTools } from './fixture-contents.ts';
import { addQuestions, questionState } from './fixture-questions.ts';

/** What most scenarios ask for by name, and Hone has no use for. */
const fixtures = (): McpServer => {
  const server = new McpServer(
    { name: 'hone-wiring', version: '0.0.0' },
    { capabilities: { logging: {} }, requestState: { verify: questionState.verify } },
  );
  addContentTools(server);
  addContentResources(server);
  addContentPrompts(server);
  addQuestions(server);
  server.registerTool('test_logging_tool', { description: 'Logs, where that was asked for' }, async ({ mcpReq }) => {
    await mcpReq.log('info', 'at work');
    return { content: [{ type: 'text', text: 'done' }] };
  });
  return server;
};

/** Hone's own HTTP door (hosts, origins, headers, limits), with the suite's tools behind it in the place of Hone's. */
export const serveFixtures = async (): Promise<{ url: string; close(): Promise<void> }> => {
  const nothing = async (): Promise<never> => {
    throw new Error('the fixtures have no store');
  };
  const host = '127.0.0.1';
  const log = { debug: () => {}, info: () => {}, warn: () => {} };
  const local = { user: 'ann', project: 'app' };
  const { app, close } = createApp({
    services: nothing,
    project: local.project,
    version: '0.0.0',
    complain: () => {},
    log,
    gate: new Gate({ services: nothing, local, open: true, ownToken: null }),
    signIn: new SignIn(),
    examine: nothing,
    host,
    allowedHosts: allowedHosts(host, []),
    allowHosts: [],
    people: null,
    publicUrl: null,
    resource: null,
    build: fixtures,
  });
  const answer = toNodeHandler({ fetch: async (request) => app.fetch(request) }, { maxRequestBodySize: BODY_LIMIT });
  const web = gracefulServer((request, response) => void answer(request as NodeIncomingMessageLike, response));
  web.server.listen(0, host);
  await once(web.server, 'listening');
  return {
    url: `http://${host}:${(web.server.address() as AddressInfo).port}/mcp`,
    close: async () => {
      await web.stop();
      await close();
    },
  };
};
