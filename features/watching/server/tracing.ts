import { AsyncLocalStorage } from 'node:async_hooks';
import type { Note, RequestFacts, Trait, Watch } from '@axent/kernel';
import type { Context, Span } from '@opentelemetry/api';

export interface TracingOptions {
  /** Where a collector takes traces by OTLP over HTTP, for example http://127.0.0.1:4318/v1/traces. */
  readonly url: string;
  /** Of 100 requests, how many are traced. */
  readonly percent: number;
  readonly release: string;
}

export interface Tracing {
  readonly part: Watch['part'];
  /** A request that is no operation, once it was answered. */
  readonly visited: (facts: RequestFacts) => void;
  /** Sends what waits. */
  readonly close: () => Promise<void>;
}

/** The only names under which anything is said of a span. */
const names: Readonly<Record<Trait, string>> = {
  purpose: 'axent.purpose',
  status: 'http.response.status_code',
  channel: 'axent.channel',
  carrier: 'axent.carrier',
  failure: 'error.type',
};
const waiting_at_most = 2_048;
const batch = 512;
const send_every_ms = 2_000;
const send_ms = 5_000;
const text_at_most = 60;

/** A code names a kind of failure; anything else that an error says may hold a value of somebody's. */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[A-Za-z0-9_]{1,40}$/.test(code) ? code : 'other';
}

/**
 * Traces by OpenTelemetry. Its packages are loaded here and nowhere else, so that who sets no collector does not carry
 * them. No trace is continued from outside: a caller's ids would tie requests together that nothing else does.
 */
export async function openTracing({ url, percent, release }: TracingOptions): Promise<Tracing> {
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: send_ms });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'axent', 'service.version': release }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(percent / 100) }),
    spanLimits: { attributeValueLengthLimit: text_at_most, attributeCountLimit: 8, eventCountLimit: 0 },
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter,
        maxQueueSize: waiting_at_most,
        maxExportBatchSize: batch,
        scheduledDelayMillis: send_every_ms,
        exportTimeoutMillis: send_ms,
      }),
    ],
  });
  const tracer = provider.getTracer('axent');
  const inside = new AsyncLocalStorage<Context>();
  const { ROOT_CONTEXT, SpanStatusCode, trace } = api;

  const noteOn = (span: Span): Note => {
    return (trait, value) => {
      span.setAttribute(names[trait], value);
      if (trait === 'status' && Number(value) >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    };
  };
  return {
    part: async (name, work) => {
      const parent = inside.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(name, {}, parent);
      const note = noteOn(span);
      try {
        return await inside.run(trace.setSpan(parent, span), () => work(note));
      } catch (error) {
        note('failure', codeOf(error));
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    visited: ({ operation, status, duration_ms }) => {
      // An operation has a dot in its name and a span of its own already.
      if (operation.includes('.')) return;
      const span = tracer.startSpan(
        operation,
        { startTime: new Date(Date.now() - duration_ms) },
        ROOT_CONTEXT,
      );
      noteOn(span)('status', status);
      span.end();
    },
    close: () => provider.shutdown(),
  };
}
