const FORM = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/u;

export interface TraceContext {
  readonly trace_id: string;
  readonly parent_id: string;
}

/** The trace that a request is part of (W3C Trace Context), from `_meta` of its body, else from its header; else nothing. */
export const traceContext = (body: unknown, header: string | undefined): TraceContext | null => {
  const [, trace_id, parent_id] = FORM.exec(inMeta(body) ?? header ?? '') ?? [];
  if (trace_id === undefined || parent_id === undefined || /^0+$/u.test(trace_id) || /^0+$/u.test(parent_id))
    return null;
  return { trace_id, parent_id };
};

const inMeta = (body: unknown): string | null => {
  const { params } = (body ?? {}) as { params?: { _meta?: Record<string, unknown> } };
  const given = params?._meta?.traceparent;
  return typeof given === 'string' ? given : null;
};
