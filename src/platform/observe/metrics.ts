import { countEventStreams } from '../http/event-stream.ts'
import { jobEnded, pageAsked, queryEnded, requestAnswered } from './topics.ts'

/** Methods that are told apart; what a visitor makes up is one more. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** A figure that is read when somebody asks for it. `labels` tells several of a kind apart. */
export interface Reading {
  name: string
  help: string
  values: { labels?: Record<string, string>; value: number }[]
}

export interface Metrics {
  contentType: string
  /** Everything as Prometheus reads it. */
  text(): Promise<string>
  stop(): void
}

/**
 * Counts what this process does, from now on. `read` gives what is to be read at each asking, as the queues in the
 * database. Series are bounded: routes count by their pattern, never by address, organisation or person.
 */
export async function startMetrics(read: () => Promise<Reading[]>): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import('prom-client')
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'ekokommun_' })
  const requests = new Histogram({
    name: 'ekokommun_http_request_seconds',
    help: 'Time until an answer begins to leave, by pattern of the address',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const queries = new Histogram({
    name: 'ekokommun_query_seconds',
    help: 'Time of database queries',
    labelNames: ['outcome'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers,
  })
  const jobs = new Histogram({
    name: 'ekokommun_job_seconds',
    help: 'Time of recurring jobs that this process ran',
    labelNames: ['job', 'outcome'],
    buckets: [0.1, 1, 10, 60, 600],
    registers,
  })
  const pages = new Counter({
    name: 'ekokommun_page_cache_total',
    help: 'Public pages that were asked for: kept ones and those made anew',
    labelNames: ['outcome'],
    registers,
  })
  new Gauge({
    name: 'ekokommun_event_streams',
    help: 'Open lines of events to browsers',
    registers,
    collect() {
      this.set(countEventStreams())
    },
  })
  const stops = [
    requestAnswered.listen(({ method, route, status, ms }) =>
      requests.observe({ method: methods.has(method) ? method : 'other', route, status }, ms / 1000),
    ),
    queryEnded.listen(({ ms, failed }) => queries.observe({ outcome: outcomeOf(failed) }, ms / 1000)),
    jobEnded.listen(({ name, ms, failed }) =>
      jobs.observe({ job: name, outcome: outcomeOf(failed) }, ms / 1000),
    ),
    pageAsked.listen(({ kept }) => pages.inc({ outcome: kept ? 'kept' : 'made' })),
  ]
  return {
    contentType: registry.contentType,
    text: async () => {
      const readings = await read()
      return [await registry.metrics(), ...readings.map(readingText)].join('\n').concat('\n')
    },
    stop: () => {
      for (const stop of stops) stop()
      registry.clear()
    },
  }
}

const outcomeOf = (failed: boolean) => (failed ? 'failed' : 'done')

/** A gauge in Prometheus' text format; what is not known is left out. */
export function readingText({ name, help, values }: Reading): string {
  const lines = values
    .filter(({ value }) => Number.isFinite(value))
    .map(({ labels = {}, value }) => {
      const told = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
      return `${name}${told.length > 0 ? `{${told.join(',')}}` : ''} ${value}`
    })
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines].join('\n')
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
