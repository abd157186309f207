import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { localOf } from '#platform/days.ts'
import type { Actor } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { newToken } from '#platform/secrets.ts'
import { titleOf } from '../asking.ts'
import type { Session } from '../programme/queries.ts'
import type { Event } from '../queries.ts'
import { certificatePaths } from './paths.ts'
import { insertCertificate, listTrained, type Trained } from './queries.ts'
import type { TaughtProgramme } from './tables.ts'
import { certificateTexts } from './texts.ts'
import { trainingHours } from './words.ts'

/** Long enough not to be guessed (144 bits), short enough to be typed from paper. */
const codeLength = 24

/** Where, when and by whom certificates are issued. */
export interface Issuing {
  db: Kysely<Database>
  actor: Actor | null
  today: string
  baseUrl: string
}

/** What a training taught, to be kept on its certificates. */
export function taughtAt(event: Event, sessions: Session[]): TaughtProgramme {
  return {
    title: { sv: event.texts.sv?.title, en: event.texts.en?.title },
    from: localOf(event.startsAt).day,
    to: localOf(event.endsAt).day,
    sessions: sessions.map(({ texts }) => ({ sv: texts.sv?.title, en: texts.en?.title })),
  }
}

/** Issues a certificate to each who was checked in and has none, and mails it, each once. Gives how many. */
export function issueCertificates(
  { db, actor, today, baseUrl }: Issuing,
  event: Event,
  { hours, programme }: { hours: number; programme: TaughtProgramme },
): Promise<number> {
  return act(db, actor, 'issue certificates', async (trx) => {
    let count = 0
    for (const trained of await listTrained(trx, event.id)) {
      if (trained.certificate) continue
      const code = newToken().slice(0, codeLength)
      const { registrationId, personId, name, organisation, madeUp } = trained
      const issued = await insertCertificate(trx, {
        ...{ code, registrationId, personId, name, organisation, madeUp, hours, programme },
        eventId: event.id,
        issuedOn: today,
        issuedBy: actor?.personId ?? null,
      })
      if (!issued) continue
      count += 1
      if (trained.email) await enqueueMail(trx, mailTo(trained, event, { code, hours, baseUrl }))
    }
    return count
  })
}

function mailTo(
  { email, personId, language }: Trained,
  event: Event,
  issued: { code: string; hours: number; baseUrl: string },
) {
  const l = localeOf(language)
  const { mail: t } = certificateTexts(l)
  const title = titleOf(event, l)
  const hours = trainingHours(issued, l)
  return {
    kind: 'event-certificate',
    personId: personId ?? undefined,
    to: email,
    ...writeMail({
      language,
      subject: t.subject(title),
      paragraphs: [t.text(title, hours), t.keep],
      button: { label: t.button, href: issued.baseUrl + l.href(certificatePaths.verify(issued.code)) },
      footer: [t.from],
    }),
  }
}
