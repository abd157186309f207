import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()
