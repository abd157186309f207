import {
  createMcpHandler,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server'
import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { apiPaths } from '#domains/api/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { publicOrigin } from '#platform/http/public-origin.ts'
import { localeOf } from '#platform/i18n.ts'
import { log } from '#platform/log.ts'
import { createServer } from './server.ts'

/** What a question may weigh; the longest of ours is a few kilobytes. */
const mostBytes = 256 * 1024

/** The data for assistants, over Streamable HTTP: each request stands for itself. */
export const routes = new Hono<AppEnv<Database>>()

routes.on(['GET', 'POST', 'DELETE'], apiPaths.assistants, (c) => {
  const { db, remember, today, now, config } = c.var
  const { raw } = c.req
  // A page that has pointed its own name at this machine still tells its own origin.
  const foreign = originValidationResponse(raw, [
    new URL(config.baseUrl).hostname,
    ...localhostAllowedOrigins(),
  ])
  if (foreign) return foreign
  const origin = publicOrigin(c.req.url, config)
  const handler = createMcpHandler(
    () => createServer((language) => ({ db, remember, today, now, l: localeOf(language), origin })),
    {
      // Nothing that an assistant could wait for ever changes on the line.
      maxSubscriptions: 0,
      maxRequestBodySize: mostBytes,
      onerror: (error) => log.info({ err: error }, 'an assistant sent what could not be served'),
    },
  )
  return handler.fetch(raw)
})
