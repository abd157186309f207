import { sql } from 'kysely'
import { zone } from './days.ts'

/** The association's time zone as a text in SQL: `… at time zone ${localZone}`. */
export const localZone = sql.lit(zone)
