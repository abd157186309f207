import { z } from 'zod'
import { emptyIsUnset } from '../setting-kinds.ts'
import { type LogLevel, logLevels } from './levels.ts'

/** A choice of words that OpenTelemetry has settled. */
export const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsUnset, schema.optional())
const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, `must be one of ${words.join(', ')}`)
const numberIn = (min: number, max: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(min, `cannot be below ${min}`)
    .max(max, `cannot be above ${max}`)

/** The settings about what is told of the running program, by their names in the environment. */
export const observeSettings = {
  LOG_LEVEL: optional(oneOf(logLevels)),
  SLOW_QUERY_MS: z.preprocess(emptyIsUnset, numberIn(0, 3_600_000).default(500)),
  METRICS_PORT: optional(numberIn(1, 65_535)),
  METRICS_HOST: z.preprocess(emptyIsUnset, z.string().default('127.0.0.1')),
  METRICS_TOKEN: optional(z.string().min(16, 'must be at least 16 characters')),
  OTEL_SDK_DISABLED: optional(z.string()),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(z.url({ protocol: /^https?$/, error: 'must start with http://' })),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: optional(
    z.url({ protocol: /^https?$/, error: 'must start with http://' }),
  ),
  OTEL_EXPORTER_OTLP_PROTOCOL: optional(
    z.literal('http/json', 'must be http/json, which collectors take at the same address as http/protobuf'),
  ),
  OTEL_TRACES_SAMPLER: z.preprocess(emptyIsUnset, oneOf(samplers).default('parentbased_always_on')),
  OTEL_TRACES_SAMPLER_ARG: optional(
    z.coerce.number('must be a number').min(0, 'cannot be below 0').max(1, 'cannot be above 1'),
  ),
  OTEL_BSP_SCHEDULE_DELAY: optional(numberIn(1, 600_000)),
}

/** What is told of the running program, and to whom. */
export interface ObserveConfig {
  logLevel: LogLevel
  /** Queries that take so long or longer are logged; 0 logs every one. */
  slowQueryMs: number
  /** Where Prometheus asks; undefined when it does not. */
  metrics: { port: number; host: string; token: string | undefined } | undefined
  /** How spans are chosen and sent; undefined when none are. */
  tracing: TracingSettings | undefined
}

export interface TracingSettings {
  sampler: (typeof samplers)[number]
  /** The share of traces that is kept, where the sampler asks for one. */
  share: number
  scheduleDelayMs: number | undefined
}

type Told = z.infer<z.ZodObject<typeof observeSettings>>

/** Requests are logged in production, where somebody collects them; a terminal is left in peace. */
export function readObserveSettings(told: Told, mode: 'demo' | 'production'): ObserveConfig {
  const traced =
    (told.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? told.OTEL_EXPORTER_OTLP_ENDPOINT) !== undefined &&
    told.OTEL_SDK_DISABLED?.toLowerCase() !== 'true'
  return {
    logLevel: told.LOG_LEVEL ?? (mode === 'production' ? 'info' : 'warn'),
    slowQueryMs: told.SLOW_QUERY_MS,
    metrics:
      told.METRICS_PORT === undefined
        ? undefined
        : { port: told.METRICS_PORT, host: told.METRICS_HOST, token: told.METRICS_TOKEN },
    tracing: traced
      ? {
          sampler: told.OTEL_TRACES_SAMPLER,
          share: told.OTEL_TRACES_SAMPLER_ARG ?? 1,
          scheduleDelayMs: told.OTEL_BSP_SCHEDULE_DELAY,
        }
      : undefined,
  }
}

const ownMachine = /^(localhost|127(\.\d+){3}|::1)$/

/** What is wrong with settings that only together are wrong, one line each. */
export function faultsOfObserving(told: Told): string[] {
  const open = told.METRICS_PORT !== undefined && !ownMachine.test(told.METRICS_HOST)
  return open && told.METRICS_TOKEN === undefined
    ? [
        `METRICS_TOKEN is missing. METRICS_HOST=${told.METRICS_HOST} can be reached from other machines, so the figures need a token, for example METRICS_TOKEN=$(openssl rand -hex 16)`,
      ]
    : []
}
