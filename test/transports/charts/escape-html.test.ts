import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../src/transports/charts/escape-html.ts';

describe('escapeHtml', () => {
  it('leaves nothing that opens an element, an entity or an attribute', () => {
    expect(escapeHtml(`<b a="1" c='2'>&amp;`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;');
  });
});
