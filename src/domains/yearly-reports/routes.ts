import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { keyFigurePaths } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { answerLatestOfMember, answerLatestOfNetwork, answerMember, answerNetwork } from './answers.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

const code = ':code{\\d{4}}'
const year = ':year{\\d{4}}'
const file = ':year{\\d{4}\\.pdf}'

routes.get(organisationPaths.yearlyReports(code), answerLatestOfMember)
routes.get(organisationPaths.yearlyReport(code, year), (c) => answerMember(c, false))
routes.get(organisationPaths.yearlyReport(code, file), (c) => answerMember(c, true))
routes.get(keyFigurePaths.yearlyReports, answerLatestOfNetwork)
routes.get(keyFigurePaths.yearlyReport(year), (c) => answerNetwork(c, false))
routes.get(keyFigurePaths.yearlyReport(file), (c) => answerNetwork(c, true))
