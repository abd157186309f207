import { loginPaths } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { HiddenPiece, Piece, Report, Unanswered } from '../moderation-queries.ts'
import { questionPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface OfficePageProps {
  l: Locale
  reports: Report[]
  unanswered: Unanswered[]
  hidden: HiddenPiece[]
  settled: Report[]
  done: string | undefined
}

/** What waits for the secretariat, and what it has done. */
export function OfficePage(props: OfficePageProps) {
  const { l, done } = props
  const texts = textsOf(l)
  const t = texts.office
  return (
    <>
      <Done text={done && texts.notices[done]} />
      <PageHeader title={t.title} lead={t.lead} />
      <Reports {...props} />
      <UnansweredPart {...props} />
      <Hidden {...props} />
      <Settled {...props} />
      <p>
        <a href={l.href(loginPaths.audit)}>{t.log}</a>
      </p>
    </>
  )
}

/** What somebody has said of: the question, or the beginning of the answer. */
function Subject({ l, piece }: { l: Locale; piece: Piece & { title: string; excerpt: string | null } }) {
  const t = textsOf(l).office
  const address = l.href(questionPaths.question(piece.questionId, piece.title))
  return (
    <>
      <p>
        <a href={piece.answerId === null ? address : `${address}#svar-${piece.answerId}`}>{piece.title}</a>
      </p>
      <p>{piece.excerpt === null ? t.question : t.answer(piece.excerpt)}</p>
    </>
  )
}

function Reports({ l, reports }: OfficePageProps) {
  const texts = textsOf(l)
  const t = texts.office
  return (
    <section class="flow" aria-labelledby="anmalt">
      <h2 id="anmalt">{t.reports}</h2>
      {reports.length === 0 && <p>{t.noReports}</p>}
      {reports.map((report) => (
        <article key={report.id} class="card">
          <Subject l={l} piece={report} />
          <p>
            {t.reason}: {report.reason}
          </p>
          <p class="subtle">{t.by(report.reporter ?? texts.forgotten, l.date(report.reportedAt))}</p>
          <div class="row">
            <ButtonLink
              href={`${l.href(questionPaths.hide)}?fraga=${report.questionId}${report.answerId === null ? '' : `&svar=${report.answerId}`}`}
            >
              {t.hide}
            </ButtonLink>
            <form method="post" action={l.href(questionPaths.leave(report.id))}>
              <Button variant="secondary">{t.leave}</Button>
            </form>
          </div>
        </article>
      ))}
    </section>
  )
}

function UnansweredPart({ l, unanswered }: OfficePageProps) {
  const texts = textsOf(l)
  const t = texts.office
  return (
    <section class="flow" aria-labelledby="obesvarade">
      <h2 id="obesvarade">{t.unanswered}</h2>
      {unanswered.length === 0 ? (
        <p>{t.noUnanswered}</p>
      ) : (
        <DataTable
          l={l}
          id="obesvarade-tabell"
          caption={t.unanswered}
          captionHidden
          stacked
          rows={unanswered}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'question',
              head: t.columns.question,
              rowHead: true,
              cell: ({ id, title, organisation, madeUp }) => (
                <>
                  <a href={l.href(questionPaths.question(id, title))}>{title}</a>
                  {organisation && `, ${organisation}`} {madeUp && <MadeUpBadge label={texts.madeUp} />}
                </>
              ),
            },
            { key: 'asked', head: t.columns.asked, cell: ({ askedAt }) => l.date(askedAt) },
            { key: 'sent', head: t.columns.sent, numeric: true, cell: ({ sentTo }) => l.number(sentTo) },
            { key: 'next', head: t.columns.next, cell: ({ widenOn }) => (widenOn ? l.date(widenOn) : '–') },
          ]}
        />
      )}
    </section>
  )
}

function Hidden({ l, hidden }: OfficePageProps) {
  const t = textsOf(l).office
  return (
    <section class="flow" aria-labelledby="dolt">
      <h2 id="dolt">{t.hidden}</h2>
      {hidden.length === 0 && <p>{t.noHidden}</p>}
      {hidden.map((piece) => (
        <article key={`${piece.questionId}-${piece.answerId}`} class="card">
          <Subject l={l} piece={piece} />
          <p>{t.hiddenWhy(piece.reason, l.date(piece.hiddenAt))}</p>
          <form method="post" action={l.href(questionPaths.show)}>
            <input type="hidden" name="fraga" value={piece.questionId} />
            {piece.answerId !== null && <input type="hidden" name="svar" value={piece.answerId} />}
            <Button variant="secondary">{t.show}</Button>
          </form>
        </article>
      ))}
    </section>
  )
}

function Settled({ l, settled }: OfficePageProps) {
  const texts = textsOf(l)
  const t = texts.office
  if (settled.length === 0) return null
  return (
    <section class="flow" aria-labelledby="avgjort">
      <h2 id="avgjort">{t.settled}</h2>
      <ul>
        {settled.map(({ id, questionId, title, reason, outcome, settledBy, settledAt }) => (
          <li key={id}>
            <a href={l.href(questionPaths.question(questionId, title))}>{title}</a>: {reason}{' '}
            {outcome &&
              settledAt &&
              `(${t.settledBy(t.outcomes[outcome], settledBy ?? texts.forgotten, l.date(settledAt))})`}
          </li>
        ))}
      </ul>
    </section>
  )
}
