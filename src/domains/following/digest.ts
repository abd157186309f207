import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { myPages } from '#domains/accounts/index.ts'
import type { JobContext } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { dueBefore } from '#platform/mail/rhythm.ts'
import { listReaders, lockReader, markTold, type Reader } from './digest-queries.ts'
import { digestMail } from './emails.ts'
import { followingPaths } from './paths.ts'
import { listFollowed } from './queries.ts'

/**
 * Tells those who want it by mail of what has happened with what they follow. Each is a transaction of its own: the
 * mail is in the outbox and the person noted as told, or neither; so nobody is told twice and nobody is left out.
 */
export async function sendDigests(job: JobContext<Database>): Promise<void> {
  for (const rhythm of ['daily', 'weekly'] as const) {
    const until = dueBefore(rhythm, job.now)
    for (const personId of await listReaders(job.db, rhythm, until)) {
      await act(job.db, null, 'tell of what is followed', async (trx) => {
        const reader = await lockReader(trx, personId, until)
        if (reader) await tell(trx, job, reader, until)
      })
    }
  }
}

async function tell(trx: Transaction<Database>, job: JobContext<Database>, reader: Reader, until: Date) {
  const { db, config, secrets, gathered, today, now } = job
  const { personId, name, email, toldUntil: since } = reader
  const l = localeOf(reader.language)
  const followed = await listFollowed(db, personId, today)
  const happenings = await gathered.happened(
    { db, locale: l, today, now, remember: async (_key, load) => load() },
    {
      organisationCodes: followed.flatMap(({ code }) => code ?? []),
      figureIds: followed.flatMap(({ figureId }) => figureId ?? []),
      since,
    },
  )
  await markTold(trx, personId, until)
  const told = happenings.filter(({ at }) => at >= since && at < until)
  if (told.length === 0) return
  const unsubscribe =
    config.baseUrl + l.href(followingPaths.unsubscribe(secrets.sign('following', { person: personId })))
  const mail = digestMail({
    l,
    name,
    baseUrl: config.baseUrl,
    happenings: told,
    mine: config.baseUrl + l.href(myPages),
    manage: config.baseUrl + l.href(followingPaths.mine),
    unsubscribe,
  })
  await enqueueMail(trx, { kind: 'following', personId, to: email, unsubscribe, ...mail })
}
