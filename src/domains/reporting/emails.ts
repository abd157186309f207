import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { reportingPaths } from './paths.ts'
import { listApprovers, type Report } from './report-queries.ts'
import { listRoundReports, type Reporter, type RoundReport } from './round-queries.ts'
import { textsOf } from './texts.ts'

/**
 * Asks reporters for a year's values, or reminds them: one mail to each person, with the way to their own list, also
 * when they report for several.
 */
export async function tellOfRound(
  trx: Transaction<Database>,
  reports: RoundReport[],
  {
    year,
    dueOn,
    baseUrl,
    what,
  }: { year: number; dueOn: string; baseUrl: string; what: 'opened' | 'reminded' },
): Promise<void> {
  const asked = new Map<number, { reporter: Reporter; theirs: RoundReport[] }>()
  for (const report of reports) {
    for (const reporter of report.reporters) {
      const known = asked.get(reporter.personId)
      if (known) known.theirs.push(report)
      else asked.set(reporter.personId, { reporter, theirs: [report] })
    }
  }
  for (const { reporter, theirs } of asked.values()) {
    const l = localeOf(reporter.language)
    const t = textsOf(l).mails
    const [only, another] = theirs
    const list = only && !another ? reportingPaths.report(only.code, year) : reportingPaths.mine
    const names = l.list(theirs.map(({ name }) => name))
    await send(trx, reporter, `report-${what}`, {
      subject: t[what].subject(names, year),
      paragraphs: [t[what].text(names, year, l.date(dueOn))],
      button: another ? t.listButton : t.button,
      href: baseUrl + l.href(list),
    })
  }
}

/** Tells a member's reporters that something happened to their report. */
export async function tellReporters(
  trx: Transaction<Database>,
  { roundId, code, name, year }: Report,
  told: { baseUrl: string; today: string; text: string; what: 'sent-back' | 'published' },
): Promise<void> {
  const report = (await listRoundReports(trx, roundId, told.today)).find((one) => one.code === code)
  for (const reporter of report?.reporters ?? []) {
    const l = localeOf(reporter.language)
    const t = textsOf(l).mails
    await send(trx, reporter, `report-${told.what}`, {
      subject: t[told.what].subject(name, year),
      paragraphs: [t[told.what].text(name, year), ...(told.text ? [told.text] : [])],
      button: t.button,
      href: told.baseUrl + l.href(reportingPaths.report(code, year)),
    })
  }
}

/** Asks a member's contact official to approve its report. */
export async function tellApprovers(
  trx: Transaction<Database>,
  { code, name, year }: Report,
  { baseUrl, today }: { baseUrl: string; today: string },
): Promise<void> {
  for (const approver of await listApprovers(trx, code, today)) {
    const l = localeOf(approver.language)
    const t = textsOf(l).mails
    await send(trx, approver, 'report-to-approve', {
      subject: t.toApprove.subject(name, year),
      paragraphs: [t.toApprove.text(name, year)],
      button: t.button,
      href: baseUrl + l.href(reportingPaths.report(code, year)),
    })
  }
}

async function send(
  trx: Transaction<Database>,
  { personId, name, email, language }: Reporter,
  kind: string,
  {
    subject,
    paragraphs,
    button,
    href,
  }: { subject: string; paragraphs: string[]; button: string; href: string },
): Promise<void> {
  const t = textsOf(localeOf(language)).mails
  const said = { language, subject, paragraphs: [t.greeting(name), ...paragraphs], footer: [t.from] }
  await enqueueMail(trx, {
    kind,
    personId,
    to: email,
    ...writeMail({ ...said, button: { label: button, href } }),
  })
}
