import type { Context, Span } from '@opentelemetry/api'
import type { Sampler } from '@opentelemetry/sdk-trace'
import { traceFetches } from './otel-fetches.ts'
import type { TracingSettings } from './settings.ts'
import { queryEnded } from './topics.ts'
import { type SpanAbout, type Tracing, traceBy } from './tracing.ts'

/**
 * Turns tracing on: requests, queries, what is fetched from others and jobs become spans, sent as OTLP over HTTP. The
 * packages are loaded here and nowhere else, so that a program without tracing pays nothing. Gives what sends the last
 * spans and turns it off.
 */
export async function startTracing(settings: TracingSettings): Promise<() => Promise<void>> {
  const [api, sdk, core, { OTLPTraceExporter }, resources, { AsyncLocalStorageContextManager }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/core'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/context-async-hooks'),
    ])
  const { context, trace, SpanKind, SpanStatusCode } = api
  const contexts = new AsyncLocalStorageContextManager()
  context.setGlobalContextManager(contexts.enable())
  const fromOutside = new core.W3CTraceContextPropagator()
  const named = resources.detectResources({
    detectors: [resources.serviceNameEnvDetector, resources.resourceAttributesEnvDetector],
  })
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'ekokommun' }).merge(named),
    sampler: samplerOf(sdk, settings),
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: new OTLPTraceExporter(),
        ...(settings.scheduleDelayMs === undefined ? {} : { scheduledDelayMillis: settings.scheduleDelayMs }),
      }),
    ],
  })
  const tracer = provider.getTracer('ekokommun')
  const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL }

  const parentOf = ({ parent }: SpanAbout): Context =>
    parent
      ? fromOutside.extract(context.active(), parent, {
          keys: Object.keys,
          get: (carrier, key) => carrier[key],
        })
      : context.active()
  const begin = (about: SpanAbout, startTime?: number): { span: Span; around: Context } => {
    const parent = parentOf(about)
    const { name, kind, attributes } = about
    const span = tracer.startSpan(
      name,
      { kind: kinds[kind], attributes, ...(startTime === undefined ? {} : { startTime }) },
      parent,
    )
    return { span, around: trace.setSpan(parent, span) }
  }
  // What an error says may hold what somebody sent: its kind is enough, the log has the rest.
  const fail = (span: Span, error?: unknown) => {
    if (error instanceof Error) span.setAttribute('error.type', error.name)
    span.setStatus({ code: SpanStatusCode.ERROR })
  }

  const tracing: Tracing = {
    inSpan: async (about, run) => {
      const { span, around } = begin(about)
      try {
        return await context.with(around, () =>
          run({ set: (attributes) => span.setAttributes(attributes), fail: (error) => fail(span, error) }),
        )
      } catch (error) {
        fail(span, error)
        throw error
      } finally {
        span.end()
      }
    },
    open: (about) => {
      if (core.isTracingSuppressed(context.active())) return undefined
      const { span } = begin(about)
      return {
        set: (attributes) => span.setAttributes(attributes),
        fail: (error) => fail(span, error),
        end: () => span.end(),
      }
    },
    note: (about, ms, failed) => {
      const { span } = begin(about, Date.now() - ms)
      if (failed) fail(span)
      span.end()
    },
  }
  traceBy(tracing)
  const stopQueries = queryEnded.listen(({ sql, ms, failed }) => {
    // Queries of nobody's, as those of the clock, would be traces of their own without a story.
    if (!trace.getSpan(context.active())) return
    const name = queryName(sql)
    tracing.note(
      {
        name,
        kind: 'client',
        attributes: { 'db.system.name': 'postgresql', 'db.query.summary': name, 'db.query.text': sql },
      },
      ms,
      failed,
    )
  })
  const stopFetches = traceFetches(tracing)
  return async () => {
    stopQueries()
    stopFetches()
    traceBy(undefined)
    await provider.shutdown()
    context.disable()
  }
}

/** `select organisation`: what a query does, and to which table. */
export function queryName(sql: string): string {
  const verb = /^\s*(\w+)/.exec(sql)?.[1]?.toLowerCase() ?? 'query'
  const table = /\b(?:from|into|update|join)\s+(?:only\s+)?"?(?:\w+"?\."?)?([a-z_]\w*)"?/i.exec(sql)?.[1]
  return table ? `${verb} ${table.toLowerCase()}` : verb
}

function samplerOf(sdk: typeof import('@opentelemetry/sdk-trace'), settings: TracingSettings): Sampler {
  const roots: Record<string, () => Sampler> = {
    always_on: () => new sdk.AlwaysOnSampler(),
    always_off: () => new sdk.AlwaysOffSampler(),
    traceidratio: () => new sdk.TraceIdRatioBasedSampler(settings.share),
  }
  const root = roots[settings.sampler.replace('parentbased_', '')]?.() ?? new sdk.AlwaysOnSampler()
  return settings.sampler.startsWith('parentbased_') ? new sdk.ParentBasedSampler({ root }) : root
}
