import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { examplePaths } from '#domains/good-examples/index.ts'
import { localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { officeTextsOf } from '../office-texts.ts'
import { forgetFulfilled, takeUntold } from './queries.ts'

/** Tells authors that somebody wants their example in English, once a month for each at most. */
export function tellAuthors(
  db: Kysely<Database>,
  { baseUrl, now, today }: { baseUrl: string; now: Date; today: string },
): Promise<void> {
  return act(db, null, 'tell of wishes for translations', async (trx) => {
    await forgetFulfilled(trx)
    for (const { exampleId, title, count, from, personId, name, email, language } of await takeUntold(
      trx,
      now,
      today,
    )) {
      const l = localeOf(language)
      const t = officeTextsOf(l)
      await enqueueMail(trx, {
        kind: 'translation-wish',
        personId,
        to: email,
        ...writeMail({
          language,
          subject: t.translations.subject(title),
          paragraphs: [
            t.visits.mails.greeting(name),
            t.translations.text(count),
            ...(from.length > 0 ? [t.translations.from(l.list(from))] : []),
            t.translations.hint,
          ],
          button: {
            label: t.translations.button,
            href: baseUrl + l.href(examplePaths.text(exampleId, 'en')),
          },
          footer: [t.visits.mails.from],
        }),
      })
    }
  })
}
