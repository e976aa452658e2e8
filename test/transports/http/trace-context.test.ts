import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceContext } from '../../../src/transports/http/trace-context.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const given = `00-${TRACE}-${PARENT}-01`;
const withMeta = (traceparent: unknown) => ({ params: { _meta: { traceparent } } });

describe('traceContext', () => {
  it('is that of the body, else that of the header', () => {
    expect(traceContext(withMeta(given), undefined)).toEqual({ trace_id: TRACE, parent_id: PARENT });
    expect(traceContext({}, given)).toEqual({ trace_id: TRACE, parent_id: PARENT });
    expect(traceContext(withMeta(given), `00-${'1'.repeat(32)}-${PARENT}-01`)?.trace_id).toBe(TRACE);
  });

  it('is none where nothing, or nothing whole, was said', () => {
    expect(traceContext(null, undefined)).toBeNull();
    expect(traceContext([], 'hone')).toBeNull();
    expect(traceContext(withMeta(7), undefined)).toBeNull();
    expect(traceContext({}, `00-${'0'.repeat(32)}-${PARENT}-01`)).toBeNull();
  });

  it('never hands on anything but hexadecimal ids', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (body, header) => {
        expect(JSON.stringify(traceContext(body, header) ?? {})).toMatch(/^\{[\w",:]*\}$/u);
      }),
    );
  });
});
