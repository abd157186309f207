import { createServer } from 'node:http'
import { type AddressInfo, createServer as createMuteServer } from 'node:net'
import { Hono } from 'hono'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { connect } from '../database/connect.ts'
import { readReadings } from '../domains/operations/index.ts'
import { ConfigError, readConfig } from '../platform/config.ts'
import { log } from '../platform/log.ts'
import { logRequests } from '../platform/observe/access-log.ts'
import { observeJob } from '../platform/observe/jobs.ts'
import { startMetrics } from '../platform/observe/metrics.ts'
import { openMetricsDoor } from '../platform/observe/metrics-door.ts'
import { startTracing } from '../platform/observe/otel.ts'
import { observeRequests } from '../platform/observe/requests.ts'
import { logSlowQueries } from '../platform/observe/slow-queries.ts'
import { queryEnded } from '../platform/observe/topics.ts'
import { onlyHealth } from './health.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())
afterEach(() => vi.restoreAllMocks())

/** What stands in the log from now on, line by line, with the request that each line belongs to. */
function hearLog() {
  const lines: Record<string, unknown>[] = []
  const target: { write(line: string): unknown } = Reflect.get(log, pino.symbols.streamSym)
  vi.spyOn(target, 'write').mockImplementation((line) => {
    lines.push(z.record(z.string(), z.unknown()).parse(JSON.parse(line)))
  })
  const { level } = log
  log.level = 'info'
  onTestFinished(() => {
    log.level = level
  })
  return lines
}

describe('a request', () => {
  test('keeps the name that a proxy gave it, when that is well formed; else it gets one', async () => {
    const named = async (header: string) =>
      (await app.request('https://eko.example/om', { headers: { 'x-request-id': header } })).headers.get(
        'x-request-id',
      )
    expect(await named('proxy-4711-abc')).toBe('proxy-4711-abc')
    for (const bad of ['kort', 'a b c d e f g h', '<script>alert(1)</script>', 'x'.repeat(41)]) {
      expect(await named(bad)).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  test('stands in the log as pattern, status and time, without address, search words or person', async () => {
    onTestFinished(logRequests())
    const lines = hearLog()
    await app.request('https://eko.example/en/organisationer/1382?hemligt=ja', {
      headers: { 'x-request-id': 'test-0001' },
    })
    await app.request('https://eko.example/logga-in/lank/hemligt-ord')
    await app.request('https://eko.example/finns/inte/alls')
    expect(lines[0]).toMatchObject({ requestId: 'test-0001', method: 'GET', msg: 'request' })
    expect(lines.map(({ route }) => route)).toContain('(none)')
    expect(lines.map(({ route }) => String(route)).join()).not.toContain('/en/')
    expect(JSON.stringify(lines)).not.toMatch(/hemligt|1382/)
  })

  test('that fails tells the reader a number, and the log has the fault under it', async () => {
    const lines = hearLog()
    const spoilt = await loadedDatabase()
    onTestFinished(spoilt.drop)
    await spoilt.owner.schema.alterTable('news_item').renameTo('gone').execute()
    const answer = await testApp(spoilt.db).request('https://eko.example/nyheter', {
      headers: { 'x-request-id': 'broken-4711' },
    })
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('broken-4711')
    expect(answer.headers.get('x-request-id')).toBe('broken-4711')
    expect(lines).toContainEqual(
      expect.objectContaining({ requestId: 'broken-4711', msg: 'a request failed' }),
    )
  })
})

test('a slow query is logged with its text, its time and its request, never with what was sent', async () => {
  onTestFinished(logSlowQueries(30))
  const lines = hearLog()
  const house = new Hono()
  house.use(observeRequests((route) => route))
  house.get('/slow', async (c) => {
    await database.db
      .selectNoFrom((e) => e.fn('pg_sleep', [e.val(0.05)]).as('slept'))
      .where((e) => e(e.val('a secret'), '=', 'a secret'))
      .execute()
    return c.text('done')
  })
  await house.request('/slow', { headers: { 'x-request-id': 'slow-00001' } })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ requestId: 'slow-00001', route: '/slow', msg: 'slow query' })
  expect(String(lines[0]?.sql)).toMatch(/pg_sleep\(\$1\)/)
  expect(JSON.stringify(lines)).not.toContain('a secret')
})

describe('readiness', () => {
  test('is told by the database', async () => {
    expect((await app.request('/readyz')).status).toBe(200)
  })

  test('is refused in a bounded time when the database is away, or does not answer', async () => {
    const away = connect({ connectionString: 'postgres://nobody@127.0.0.1:9/none' })
    const silent = createMuteServer((socket) => onTestFinished(() => void socket.destroy()))
    silent.listen(0, '127.0.0.1')
    onTestFinished(() => void silent.close())
    await new Promise((resolve) => silent.once('listening', resolve))
    const { port } = silent.address() as AddressInfo
    const mute = connect({ connectionString: `postgres://nobody@127.0.0.1:${port}/none` })
    for (const db of [away, mute]) {
      const began = performance.now()
      expect((await onlyHealth(db, {}).request('/readyz')).status).toBe(503)
      expect(performance.now() - began).toBeLessThan(4000)
    }
  })
})

describe('the figures for Prometheus', () => {
  test('count requests by pattern and status, jobs by outcome, and read the queues', async () => {
    const metrics = await startMetrics(() => readReadings(database.db, config(), new Date()))
    onTestFinished(metrics.stop)
    await app.request('https://eko.example/en/om')
    await app.request('https://eko.example/om')
    await app.request('https://eko.example/ingen/sida')
    await observeJob('test-job', async () => {})
    await observeJob('test-job', async () => Promise.reject(new Error('no'))).catch(() => {})
    const text = await metrics.text()
    expect(text).toContain('ekokommun_http_request_seconds_count{method="GET",route="/om",status="200"} 2')
    expect(text).toContain('route="(none)",status="404"')
    expect(text).toContain('ekokommun_job_seconds_count{job="test-job",outcome="failed"} 1')
    for (const name of [
      'mail_waiting',
      'database_bytes',
      'page_cache_total',
      'nodejs_eventloop_lag_p99_seconds',
    ])
      expect(text).toMatch(new RegExp(`^ekokommun_${name}`, 'm'))
  })

  test('make no series for what visitors invent', async () => {
    const metrics = await startMetrics(async () => [])
    onTestFinished(metrics.stop)
    for (let i = 0; i < 30; i += 1) {
      await app.request(`https://eko.example/hittepa-${i}`)
      await app.request(`https://eko.example/om?q=${i}`, { method: i % 2 ? 'BREW' : 'GET' })
    }
    const series = (await metrics.text()).match(/^ekokommun_http_request_seconds_count.*$/gm) ?? []
    expect(series.length).toBeLessThanOrEqual(4)
  })

  test('stand behind a token, on a port of their own; the site has no such address', async () => {
    const metrics = await startMetrics(async () => [])
    onTestFinished(metrics.stop)
    const door = await openMetricsDoor(metrics, { port: 0, host: '127.0.0.1', token: 'a token of the tests' })
    onTestFinished(door.close)
    const ask = (authorization: string) =>
      fetch(`http://127.0.0.1:${door.port}/metrics`, { headers: { authorization } })
    expect((await ask('Bearer wrong')).status).toBe(401)
    expect((await ask('Bearer a token of the tests')).status).toBe(200)
    expect((await app.request('https://eko.example/metrics')).status).toBe(404)
  })
})

describe('traces', () => {
  const keyed = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })
  const sent = z.object({
    resourceSpans: z.array(
      z.object({
        resource: z.object({ attributes: z.array(keyed) }),
        scopeSpans: z.array(
          z.object({
            spans: z.array(
              z.object({
                traceId: z.string(),
                spanId: z.string(),
                parentSpanId: z.string().optional(),
                name: z.string(),
                attributes: z.array(keyed),
              }),
            ),
          }),
        ),
      }),
    ),
  })

  test('reach a collector: a request with its queries and what it fetched, under the trace of the caller', async () => {
    const bodies: string[] = []
    const collector = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      request.on('end', () => {
        if (request.url === '/v1/traces') bodies.push(body)
        response.setHeader('content-type', 'application/json').end('{}')
      })
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void collector.close())
    await new Promise((resolve) => collector.once('listening', resolve))
    const { port } = collector.address() as AddressInfo
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${port}`)
    vi.stubEnv('OTEL_SERVICE_NAME', 'ekokommun-test')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { tracing } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` }).observe
    if (!tracing) throw new Error('tracing is off')
    const stop = await startTracing(tracing)

    const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
    const house = new Hono()
    house.use(observeRequests((route) => route))
    house.get('/about/:secret', async (c) => {
      await database.db
        .selectFrom('organisation')
        .select('code')
        .where('name', '=', 'a secret parameter')
        .execute()
      await (await fetch(`http://127.0.0.1:${port}/other?key=a-secret-key`)).text()
      return c.text('done')
    })
    await house.request('/about/a-secret-path', {
      headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` },
    })
    await observeJob('a-job', async () => {})
    await stop()

    const batches = bodies.map((body) => sent.parse(JSON.parse(body)))
    const spans = batches.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    )
    const request = spans.find(({ name }) => name === 'GET /about/:secret')
    expect(request).toMatchObject({ traceId: trace, parentSpanId: '00f067aa0ba902b7' })
    for (const name of ['select organisation', 'GET 127.0.0.1'])
      expect(spans.find((span) => span.name === name)).toMatchObject({
        traceId: trace,
        parentSpanId: request?.spanId,
      })
    expect(spans.map(({ name }) => name)).toContain('job a-job')
    expect(JSON.stringify(batches)).toContain('ekokommun-test')
    expect(JSON.stringify(batches)).not.toMatch(/a secret parameter|a-secret/)
  })

  test('cost nothing while they are off: nobody listens to queries', () => {
    const heard = vi.fn()
    const stop = queryEnded.listen(heard)
    stop()
    queryEnded.tell({ sql: 'select 1', ms: 1, failed: false })
    expect(heard).not.toHaveBeenCalled()
    expect(config().observe.tracing).toBeUndefined()
  })
})

describe('settings that cannot be used', () => {
  test.each([
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL: found “loud”. Allowed: trace, debug/],
    [{ SLOW_QUERY_MS: 'ten' }, /SLOW_QUERY_MS: found “ten”. Allowed: a whole number of milliseconds/],
    [{ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }, /METRICS_TOKEN is missing/],
    [{ OTEL_TRACES_SAMPLER: 'sometimes' }, /OTEL_TRACES_SAMPLER: found “sometimes”. Allowed: one of/],
    [
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      /OTEL_EXPORTER_OTLP_PROTOCOL: found “grpc”. Allowed: http\/json/,
    ],
  ])('are told by name: %j', (env, message) => {
    expect(() => readConfig(env)).toThrow(ConfigError)
    expect(() => readConfig(env)).toThrow(message)
  })
})

function config() {
  return readConfig({ DATA_DIR: '/nowhere' })
}
