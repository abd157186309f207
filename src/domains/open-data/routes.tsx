import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { answerCatalogue } from './catalogue/answer.ts'
import { answerFigureCube, answerFile, answerMetadata } from './files.ts'
import { openDataPaths } from './paths.ts'

/** Everything under `/oppna-data` but the page of sources. */
export const routes = new Hono<AppEnv<Database>>()

const { page, catalogue } = openDataPaths
routes.get(catalogue, answerCatalogue)
routes.get(`${page}/:file{katalog\\.(rdf|ttl|jsonld)}`, answerCatalogue)
routes.get(`${page}/:file{[a-z-]+\\.csv-metadata\\.json}`, answerMetadata)
routes.get(`${page}/:file{[a-z-]+\\.(csv|xlsx|parquet|json-stat)}`, answerFile)
routes.get(`${page}/nyckeltal/:file{[a-z0-9-]+\\.json-stat}`, answerFigureCube)
