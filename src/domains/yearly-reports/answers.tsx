import { type KeyFigureContext, keyFigurePaths } from '#domains/key-figures/index.ts'
import { type Organisation, organisationPaths, periodOn } from '#domains/members/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { page } from '#ui/page.tsx'
import { type Asked, askedFor, pageProps, yearOr404 } from './asking.ts'
import { reportPdf } from './documents/pdf.ts'
import { listReportYears, loadMemberReport } from './load-member.ts'
import { listNetworkYears, loadNetworkReport } from './load-network.ts'
import { memberWords } from './member-words.ts'
import { networkWords } from './network-words.ts'
import { ReportPage } from './pages/report.tsx'
import type { ReportWords } from './words.ts'

type C = KeyFigureContext

/** `/kommuner/1382/rapport`: sends on to the latest year. */
export async function answerLatestOfMember(c: C): Promise<Response> {
  const asked = await askedFor(c)
  if (asked instanceof Response) return asked
  const { code } = memberOr404(c, asked)
  const [latest] = await listReportYears(c.var, code, asked.selection.per)
  if (latest === undefined) throw new Problem(404, asked.writer.t.noReport)
  return sendOn(c, organisationPaths.yearlyReport(code, latest))
}

/** `/kommuner/1382/rapport/2024`, and the same as `.pdf`. */
export async function answerMember(c: C, document: boolean): Promise<Response> {
  const asked = await askedFor(c)
  if (asked instanceof Response) return asked
  const { writer, selection, frame } = asked
  const { l } = writer
  const organisation = memberOr404(c, asked)
  const { code, name } = organisation
  const pathOf = (year: number) => organisationPaths.yearlyReport(code, year)
  const years = await listReportYears(c.var, code, selection.per)
  const year = yearOr404(c, years, asked, pathOf)
  const words = memberWords(await loadMemberReport(c.var, organisation, year, selection), frame, writer)
  if (document) return answerPdf(c, asked, words, pathOf(year))
  return answerPage(c, words, {
    ...pageProps(asked, year, years, pathOf),
    back: { href: l.href(organisationPaths.profile(code)), label: name },
    query: `?kommun=${code}`,
  })
}

/** `/nyckeltal/arsrapport`: sends on to the latest year. */
export async function answerLatestOfNetwork(c: C): Promise<Response> {
  const asked = await askedFor(c)
  if (asked instanceof Response) return asked
  const [latest] = await listNetworkYears(c.var, asked.selection.per)
  if (latest === undefined) throw new Problem(404, asked.writer.t.noReport)
  return sendOn(c, keyFigurePaths.yearlyReport(latest))
}

/** `/nyckeltal/arsrapport/2024`, and the same as `.pdf`. */
export async function answerNetwork(c: C, document: boolean): Promise<Response> {
  const asked = await askedFor(c)
  if (asked instanceof Response) return asked
  const { writer, selection, frame } = asked
  const { l, voice } = writer
  const years = await listNetworkYears(c.var, selection.per)
  const year = yearOr404(c, years, asked, keyFigurePaths.yearlyReport)
  const words = networkWords(await loadNetworkReport(c.var, year, selection), frame, writer)
  if (document) return answerPdf(c, asked, words, keyFigurePaths.yearlyReport(year))
  return answerPage(c, words, {
    ...pageProps(asked, year, years, keyFigurePaths.yearlyReport),
    back: { href: l.href(keyFigurePaths.list), label: voice.t.catalogue.title },
    query: '',
  })
}

function answerPage(c: C, words: ReportWords, props: Omit<Parameters<typeof ReportPage>[0], 'words'>) {
  const { title, description } = words
  return page(c, { title, description, wide: true }, <ReportPage {...props} words={words} />)
}

async function answerPdf(c: C, asked: Asked, words: ReportWords, path: string): Promise<Response> {
  const { writer, day, citedQuery } = asked
  const address = c.var.config.baseUrl + writer.l.href(path) + citedQuery
  const bytes = await reportPdf(words, { address, day }, writer)
  const name = `${words.title.replace(/[^\p{L}\d]+/gu, '-')}.pdf`
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
  })
}

/** The member of an address, on the day that the report is known; a {@link Problem} when it is none. */
function memberOr404(c: C, { directory, writer: { t, voice }, day }: Asked): Organisation {
  const code = c.req.param('code') ?? ''
  const organisation = directory.byCode.get(code)
  if (!organisation) throw new Problem(404, voice.t.selection.noOrganisation(code))
  if (periodOn(organisation.memberships, day)) return organisation
  throw new Problem(404, t.member.notMember(organisation.name), [
    { href: organisationPaths.profile(code), label: organisation.name },
  ])
}

function sendOn(c: C, path: string): Response {
  return c.redirect(c.var.locale.href(path) + new URL(c.req.url).search, 302)
}
