import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../src/database/tables.ts'
import { givesValues, type ValueQuery, value } from './content.ts'
import { type Ask, answering, begin, install, type RunningPeer } from './process.ts'

const port = 5678
const address = `http://127.0.0.1:${port}`
const answer = z
  .object({ data: z.object({ allReadings: z.object({ nodes: z.array(value) }) }) })
  .transform(({ data }) => data.allReadings.nodes)
const headers = { 'content-type': 'application/json', 'accept-encoding': 'identity' }

/**
 * PostGraphile 5 from npm, on our own database and our own Node. It is shown one table of nothing but the values that
 * are now known, with an index for each query: as good a place as a data API can be given.
 */
export async function startPostgraphile(
  db: Kysely<Database>,
  database: string,
  queries: ValueQuery[],
): Promise<RunningPeer> {
  await layOut(db)
  const folder = await install('postgraphile', ['postgraphile@5'], ['--ignore-scripts'])
  const words = ['--connection', database, '--schema', 'peers', '--host', '127.0.0.1', '--port', String(port)]
  const program = join(folder, 'node_modules/postgraphile/dist/cli-run.js')
  const postgraphile = begin(
    process.execPath,
    [program, '--preset', 'postgraphile/presets/amber', ...words],
    folder,
    { NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  )
  try {
    const asks = queries.map(askFor)
    for (const ask of asks) await answering(address, ask)
    return { address, asks, stop: postgraphile.stop }
  } catch (error) {
    await postgraphile.stop()
    throw error
  }
}

async function layOut(db: Kysely<Database>): Promise<void> {
  await sql`create schema peers`.execute(db)
  await sql`
    create table peers.reading as
    select key_figure_id as figure, organisation_code as organisation, year::int, value::float8 as value
    from key_figure_value where known_until is null and value is not null`.execute(db)
  await sql`alter table peers.reading add primary key (figure, organisation, year)`.execute(db)
  await sql`create index on peers.reading (year, figure, organisation)`.execute(db)
  await sql`create index on peers.reading (organisation, figure, year)`.execute(db)
  await sql`analyze peers.reading`.execute(db)
}

function askFor({ what, figure, organisation, year, limit, expected }: ValueQuery): Ask {
  const condition = Object.entries({ figure, organisation, year })
    .filter(([, wanted]) => wanted !== undefined)
    .map(([name, wanted]) => `${name}: ${JSON.stringify(wanted)}`)
  const query = `{ allReadings(first: ${limit}, orderBy: [FIGURE_ASC, ORGANISATION_ASC, YEAR_ASC],
    condition: { ${condition.join(', ')} }) { nodes { figure organisation year value } } }`
  return {
    what,
    path: '/graphql',
    headers,
    body: JSON.stringify({ query }),
    isRight: givesValues(answer, expected),
  }
}
