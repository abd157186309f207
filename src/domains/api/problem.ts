import type { Locale } from '#platform/i18n.ts'
import { apiPaths } from './paths.ts'
import { textsOf } from './texts.ts'

export const problemStatus = {
  'unknown-parameter': 400,
  'bad-parameter': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-many-requests': 429,
  'internal-error': 500,
} as const
export type ProblemKind = keyof typeof problemStatus

/** One thing that is wrong with a request: where, what, and what would be right. */
export interface Fault {
  parameter: string
  detail: string
  allowed?: string[]
}

/** A request that the API cannot answer as asked. */
export class Refusal extends Error {
  readonly kind: ProblemKind
  readonly faults: Fault[]

  constructor(kind: ProblemKind, detail: string, faults: Fault[] = []) {
    super(detail)
    this.kind = kind
    this.faults = faults
  }
}

/** A refusal because of parameters; its detail is what the first one is about. */
export function refuseParameters(faults: Fault[], kind: ProblemKind = 'bad-parameter'): Refusal {
  return new Refusal(kind, faults.map(({ parameter, detail }) => `${parameter}: ${detail}`).join(' '), faults)
}

/** The body of a problem (RFC 9457). Its type leads to the part of the reference page that tells about errors. */
export function problemBody(refusal: Refusal, l: Locale, origin: string) {
  const { kind, message, faults } = refusal
  return {
    type: `${origin}${l.href(apiPaths.reference)}#${kind}`,
    title: textsOf(l).problems.titles[kind],
    status: problemStatus[kind],
    detail: message,
    ...(faults.length > 0 ? { errors: faults } : {}),
  }
}

/** The answer of a problem, readable from any page on the web. */
export function problemResponse(
  refusal: Refusal,
  l: Locale,
  origin: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(problemBody(refusal, l, origin)), {
    status: problemStatus[refusal.kind],
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': exposedHeaders,
      'cache-control': 'no-store',
      ...headers,
    },
  })
}

/** What a script on another page may read beside the body. */
export const exposedHeaders = 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After'
