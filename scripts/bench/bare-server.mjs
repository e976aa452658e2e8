/** What the SDK costs by itself: a server over stdio with nine tools that do nothing. */
import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

const server = new McpServer({ name: 'bare', version: '1.0.0' });
for (let number = 1; number <= 9; number += 1) {
  const options = { description: 'Does nothing.', inputSchema: z.strictObject({ text: z.string() }) };
  server.registerTool(`tool_${number}`, options, async () => ({ content: [] }));
}
await server.connect(new StdioServerTransport());
