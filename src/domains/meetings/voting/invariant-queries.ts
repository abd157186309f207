import { sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Invariant } from '#platform/http/invariant.ts'

/** What must always hold of ballots, whoever counts them again. */
export const votingInvariants: Invariant<Database>[] = [
  {
    says: 'a closed ballot counts as many votes as were cast, and no more than its roll had',
    broken: async (db) => {
      const { rows } = await sql<{ line: string }>`
        with counted as (
          select r.id, r.roll_size, b.secret,
            (select count(*) from ballot_voter v where v.round_id = r.id) as voters,
            (select count(*) from ballot_voter v where v.round_id = r.id and v.choice is not null) as open_votes,
            (select count(*) from ballot_paper p where p.round_id = r.id) as papers
          from ballot_round r join ballot b on b.id = r.ballot_id
          where r.closed_at is not null and r.cancelled_why is null)
        select 'round ' || id || ': ' || voters || ' have voted of ' || roll_size || ', '
          || case when secret then papers || ' papers' else open_votes || ' votes' end as line
        from counted
        where voters > roll_size or voters <> case when secret then papers else open_votes end or (secret and open_votes > 0)`.execute(
        db,
      )
      return rows.map(({ line }) => line)
    },
  },
  {
    says: 'a closed secret ballot keeps neither its key nor an envelope',
    broken: async (db) => {
      const { rows } = await sql<{ line: string }>`
        select distinct 'round ' || r.id as line from ballot_round r left join ballot_voter v on v.round_id = r.id
        where r.closed_at is not null and (r.sealed_secret is not null or v.sealed is not null)`.execute(db)
      return rows.map(({ line }) => line)
    },
  },
]
