import { log } from '../log.ts'
import { queryEnded } from './topics.ts'

const longestText = 4000
/** Row after row of what was sent, of which one tells it all. */
const furtherRows = /(\(\$\d+(?:, \$\d+)*\))(?:, \(\$\d+(?:, \$\d+)*\))+/g

/** Logs each query that takes so long or longer: its text with `$1` for what was sent, its time, and what it was for. */
export function logSlowQueries(slowMs: number): () => void {
  return queryEnded.listen(({ sql, ms, failed }) => {
    if (ms < slowMs) return
    log.warn(
      {
        sql: sql.replace(/\s+/g, ' ').replace(furtherRows, '$1, …').slice(0, longestText),
        ms: Math.round(ms),
        failed,
      },
      'slow query',
    )
  })
}
