import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { reportingPaths } from './paths.ts'
import type { Report } from './report-queries.ts'
import { listRoundReports, type RoundReport } from './round-queries.ts'
import { textsOf } from './texts.ts'

/** Asks the reporters of some members for a year's values, or reminds them. */
export async function tellOfRound(
  trx: Transaction<Database>,
  reports: RoundReport[],
  round: { year: number; dueOn: string; baseUrl: string; what: 'opened' | 'reminded' },
): Promise<void> {
  for (const report of reports) {
    for (const { personId, name, email, language } of report.reporters) {
      const l = localeOf(language)
      const t = textsOf(l).mails
      const told = t[round.what]
      await enqueueMail(trx, {
        kind: `report-${round.what}`,
        personId,
        to: email,
        ...writeMail({
          language,
          subject: told.subject(report.name, round.year),
          paragraphs: [t.greeting(name), told.text(report.name, round.year, l.date(round.dueOn))],
          button: {
            label: t.button,
            href: round.baseUrl + l.href(reportingPaths.report(report.code, round.year)),
          },
          footer: [t.from],
        }),
      })
    }
  }
}

/** Tells a member's reporters that something happened to their report. */
export async function tellReporters(
  trx: Transaction<Database>,
  { roundId, code, name, year }: Report,
  told: { baseUrl: string; today: string; text: string; what: 'sent-back' | 'published' },
): Promise<void> {
  const report = (await listRoundReports(trx, roundId, told.today)).find((one) => one.code === code)
  for (const { personId, name: receiver, email, language } of report?.reporters ?? []) {
    const l = localeOf(language)
    const t = textsOf(l).mails
    const words = t[told.what]
    await enqueueMail(trx, {
      kind: `report-${told.what}`,
      personId,
      to: email,
      ...writeMail({
        language,
        subject: words.subject(name, year),
        paragraphs: [t.greeting(receiver), words.text(name, year), ...(told.text ? [told.text] : [])],
        button: { label: t.button, href: told.baseUrl + l.href(reportingPaths.report(code, year)) },
        footer: [t.from],
      }),
    })
  }
}
