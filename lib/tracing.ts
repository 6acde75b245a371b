import 'server-only'
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { Client, Pool } from 'pg'

const shared = globalThis as { linnetTracing?: TracerProvider }

/**
 * Sends traces to OTEL_EXPORTER_OTLP_ENDPOINT (https://opentelemetry.io/docs/specs/otlp/): a span of every request, Next.js's own ones below it, and one for
 * each statement that the database is asked, without its values. To be called once, before the first request.
 */
export function startTracing(): void {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'linnet' }))
    .merge(detectResources({ detectors: [envDetector] }))
  const batches = withoutQueries(new BatchSpanProcessor({ exporter: new OTLPTraceExporter() }))
  shared.linnetTracing = new TracerProvider({ resource, spanProcessors: [batches] })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  trace.setGlobalTracerProvider(shared.linnetTracing)
  traceStatements()
}

/** Sends what is not sent yet, if anything is traced; for the end of the process. */
export async function finishTracing(): Promise<void> {
  await shared.linnetTracing?.shutdown()
}

/** What stands behind the `?` of an address can be a secret, such as the token of a link that was mailed. */
function withoutQueries(processor: SpanProcessor): SpanProcessor {
  const onEnd = processor.onEnd.bind(processor)
  processor.onEnd = (span) => {
    for (const [name, value] of Object.entries(span.attributes)) if (typeof value === 'string') span.attributes[name] = value.split('?')[0]
    // Of what is fetched the name has the whole address.
    onEnd(Object.assign(span, { name: span.name.split('?')[0] }))
  }
  return processor
}

function traceStatements(): void {
  const tracer = trace.getTracer('linnet')
  for (const { prototype } of [Pool, Client] as { prototype: { query: unknown } }[]) {
    const query = prototype.query as (...args: unknown[]) => unknown
    prototype.query = function (this: unknown, ...args: unknown[]) {
      // What the pool passes on has its span already; it comes with a callback, in the context of whoever gave the connection back.
      if (typeof args.at(-1) === 'function') return Reflect.apply(query, this, args)
      const [{ text = args[0] }] = args as [{ text?: unknown }]
      const span = tracer.startSpan(wordOf(text), { kind: SpanKind.CLIENT, attributes: { 'db.system.name': 'postgresql' } })
      const answer = Reflect.apply(query, this, args)
      if (!(answer instanceof Promise)) span.end()
      else answer.catch(() => span.setStatus({ code: SpanStatusCode.ERROR })).finally(() => span.end())
      return answer
    }
  }
}

/** The statement's first word, such as SELECT: a name with few values. */
function wordOf(text: unknown): string {
  return (typeof text === 'string' && /^[\s(]*(\w+)/.exec(text)?.[1]?.toUpperCase()) || 'query'
}
