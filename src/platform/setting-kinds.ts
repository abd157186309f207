import { z } from 'zod'
import { readTrustedProxies } from './trusted-proxies.ts'

/** An empty setting is none. */
export const emptyIsUnset = (value: unknown) => (value === '' ? undefined : value)
/** Any text. */
export const optionalText = z.preprocess(emptyIsUnset, z.string().optional())
/** The address of a PostgreSQL. */
export const postgresUrl = z.preprocess(
  emptyIsUnset,
  z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
)

/** Addresses of PostgreSQLs with commas between. */
export const postgresUrls = z.preprocess(
  emptyIsUnset,
  z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .refine(
      (all) => all.every((address) => /^postgres(ql)?:\/\//.test(address) && URL.canParse(address)),
      'must be addresses that start with postgres://, with commas between them',
    )
    .default([]),
)
/** Addresses of proxies that say truly who asks. */
export const trustedProxies = z.preprocess(
  emptyIsUnset,
  z
    .string()
    .default('loopback')
    .transform((text, context) => {
      const trusts = readTrustedProxies(text)
      if (trusts) return trusts
      context.addIssue('must be addresses and ranges, with commas between them')
      return z.NEVER
    }),
)
/** Where something listens. */
export const port = (least: number, example: number) =>
  z.coerce
    .number(`must be a number, like ${example}`)
    .int('must be a whole number')
    .min(least, `cannot be below ${least}`)
    .max(65535, 'cannot be above 65535')
/** A time. */
export const seconds = z.coerce.number('must be a number of seconds').min(0, 'cannot be below 0')

/** Where something on the web begins, without a stroke at the end. */
export const webAddress = (usual: string) =>
  z.preprocess(
    emptyIsUnset,
    z
      .url({ protocol: /^https?$/, error: 'must start with https://' })
      .default(usual)
      .transform((address) => address.replace(/\/+$/, '')),
  )

/** An address that is a place alone: the program does not live below a path, and nobody logs in to it. */
export function isBare(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.pathname === '/' && !url.search && !url.hash && !url.username
}
