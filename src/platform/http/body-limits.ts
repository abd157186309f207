import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { largestDocument } from '#platform/files/document.ts'
import { inLanguage } from '../i18n.ts'
import type { AppContext, AppEnv } from './context.ts'
import { Problem } from './problem.ts'

/** Room for the longest minutes that anybody writes, many times over. */
const largestForm = 2 * 2 ** 20
/** A few documents at once, and what stands around them. */
const largestUpload = 2 * largestDocument + largestForm

const tooLarge = {
  sv: 'Det du skickade är för stort. Skicka mindre åt gången.',
  en: 'What you sent is too large. Send less at a time.',
}

function refuse(c: AppContext<unknown>): never {
  throw new Problem(413, inLanguage(tooLarge, c.var.locale))
}

const form = bodyLimit({ maxSize: largestForm, onError: refuse })
const upload = bodyLimit({ maxSize: largestUpload, onError: refuse })

/**
 * Nobody fills the memory with one request: what is larger is refused before it is read, and broken off when it does
 * not say its size. Routes that take files set a tighter limit of their own; a visitor sends none.
 */
export const limitBodies: MiddlewareHandler<AppEnv<never>> = (c, next) => {
  const isUpload = c.var.actor !== null && c.req.header('content-type')?.startsWith('multipart/')
  return (isUpload ? upload : form)(c, next)
}
