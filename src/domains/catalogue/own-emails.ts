import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import type { OwnFigure } from './own-queries.ts'
import { cataloguePaths } from './paths.ts'
import { listAddressees } from './people-queries.ts'
import { textsOf } from './texts.ts'

/** Writes to the people of a member who may answer: that it is asked to follow a figure, or that its own is hidden. */
export async function tellOfOwnFigure(
  trx: Transaction<Database>,
  figure: OwnFigure,
  receiver: { code: string; name: string },
  told: { what: 'invited' | 'hidden'; text?: string; baseUrl: string; today: string },
): Promise<void> {
  for (const { personId, name, email, language } of await listAddressees(trx, receiver.code, told.today)) {
    const l = localeOf(language)
    const t = textsOf(l).mails
    const title = language === 'en' ? figure.nameEn : figure.nameSv
    await enqueueMail(trx, {
      kind: `own-figure-${told.what}`,
      personId,
      to: email,
      ...writeMail({
        language,
        subject: t[told.what].subject(title),
        paragraphs: [
          t.greeting(name),
          t[told.what].text(title, figure.ownerName, receiver.name),
          ...(told.text ? [told.text] : []),
        ],
        button: { label: t.button, href: told.baseUrl + l.href(cataloguePaths.own(receiver.code)) },
        footer: [t.from],
      }),
    })
  }
}
