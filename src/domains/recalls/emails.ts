import {
  dayOf,
  emptySelection,
  figureTitle,
  type KeyFigure,
  keyFigurePaths,
  type Revision,
  textsOf as textsOfFigures,
  type Voice,
  whyOf,
  writeSelection,
  written,
} from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { distinctCorrections, groupCorrections } from './rules/group.ts'
import type { Met } from './tell.ts'
import { textsOf } from './texts.ts'

/** Asks whether somebody wants to follow something. */
export function confirmMail({
  l,
  title,
  href,
  hours,
}: {
  l: Locale
  title: string
  href: string
  hours: number
}) {
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.confirm.subject,
    paragraphs: [t.greeting, t.confirm.text(title), t.confirm.valid(hours)],
    button: { label: t.confirm.button, href },
    footer: [t.confirm.ignore, t.from],
  })
}

/** So many corrections are told one by one in a mail. */
const mostListed = 30

/** So many new wordings are proposed for a citation. */
const mostProposed = 5

interface Notice {
  l: Locale
  baseUrl: string
  met: Met[]
  figures: KeyFigure[]
  sources: Map<string, string>
  manage: string
  unsubscribe: string
}

/** Everything that was corrected of what one follower follows: what it was, what it is, why, and what that means. */
export function recallMail(notice: Notice) {
  const { l, baseUrl, met, manage, unsubscribe } = notice
  const t = textsOf(l).mails
  const corrections = distinctCorrections(met.flatMap((one) => one.corrections))
  const days = [...new Set(corrections.map(dayOf))].sort().reverse()
  const address = (day: string) => baseUrl + l.href(keyFigurePaths.revisionDay(day))
  const [newest = '', ...earlier] = days
  return writeMail({
    language: l.language,
    subject: t.recall.subject(corrections.length),
    paragraphs: [
      t.greeting,
      t.recall.lead(corrections.length),
      ...correctionParagraphs(corrections, notice),
      ...met.flatMap((one) => meaningOf(one, notice)),
      ...(earlier.length > 0 ? [t.recall.earlier(earlier.map(address).join('\n'))] : []),
    ],
    button: { label: t.recall.button(l.date(newest)), href: address(newest) },
    footer: [t.recall.why(manage), t.recall.stop(unsubscribe), t.from],
  })
}

function correctionParagraphs(corrections: Revision[], notice: Notice): string[] {
  const { l, baseUrl, figures } = notice
  const t = textsOf(l).mails.recall
  return groupCorrections(corrections, mostListed).flatMap(({ figureId, count, listed }) => {
    const figure = figures.find(({ id }) => id === figureId)
    if (!figure) return []
    const page = `${baseUrl}${l.href(keyFigurePaths.revisions)}?nyckeltal=${figureId}`
    return [
      figureTitle(figure, l).toLocaleUpperCase(l.language),
      ...(listed.length > 0
        ? listed.map((one) => correctionText(one, figure, notice))
        : [`${t.counted(count)}\n${page}`]),
    ]
  })
}

function correctionText(revision: Revision, figure: KeyFigure, { l, baseUrl, sources }: Notice): string {
  const figureTexts = textsOfFigures(l)
  const voice = { l, t: figureTexts }
  const t = textsOf(l).mails.recall
  const { code, organisationName, year, before, after, madeUp, reportedBy, sourceId, stoodUntil } = revision
  const said = figureTexts.figure.correction(
    organisationName,
    year,
    written(before, figure, voice),
    written(after, figure, voice),
  )
  const page = (per: string | null) => addressOf(figure, code, per, l, baseUrl)
  return [
    `${said}${madeUp ? ` (${figureTexts.madeUp})` : ''}.`,
    whyOf(revision, voice),
    t.when(l.date(dayOf(revision)), reportedBy || (sources.get(sourceId) ?? sourceId)),
    t.wasPage(page(stoodUntil)),
    t.isPage(page(null)),
  ].join('\n')
}

function addressOf(figure: KeyFigure, code: string, per: string | null, l: Locale, baseUrl: string): string {
  const query = writeSelection({ ...emptySelection, mine: code, per })
  return baseUrl + l.href(keyFigurePaths.figure(figure.id)) + query
}

/** What the corrections mean for what somebody has made of the values. */
function meaningOf({ follow, corrections }: Met, notice: Notice): string[] {
  const { l, baseUrl, figures } = notice
  const { kind, place, address } = follow
  const t = textsOf(l).mails.meaning
  const page = baseUrl + l.href(address)
  const where = place ? t.place(place) : ''
  if (kind === 'subscribed') return place ? [where] : []
  if (kind === 'saved') return [`${t.saved(where)}\n${page}`]
  if (kind === 'embedded') return [address.includes('per=') ? t.embeddedFixed(where) : t.embedded(where)]
  const voice = { l, t: textsOfFigures(l) }
  const proposed = corrections.slice(0, mostProposed).flatMap((revision) => {
    const figure = figures.find(({ id }) => id === revision.figureId)
    return figure ? [proposalOf(revision, figure, voice, baseUrl)] : []
  })
  return [`${t.cited(where)}\n${page}`, [t.proposed, ...proposed].join('\n')]
}

function proposalOf(revision: Revision, figure: KeyFigure, voice: Voice, baseUrl: string): string {
  const { l } = voice
  const { organisationName, year, before, after, code, knownFrom } = revision
  return textsOf(l).mails.meaning.proposal({
    name: organisationName,
    year,
    is: written(after, figure, voice),
    was: written(before, figure, voice),
    day: l.date(dayOf(revision)),
    figure: figureTitle(figure, l),
    address: addressOf(figure, code, knownFrom, l, baseUrl),
  })
}
