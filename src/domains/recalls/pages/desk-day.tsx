import {
  type Explanation,
  figureTitle,
  type KeyFigure,
  keyFigurePaths,
  type Revision,
  textsOf as textsOfFigures,
  whyOf,
  written,
} from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Select } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Setting } from '../notice-queries.ts'
import { recallPaths } from '../paths.ts'
import { hasLeft, leavesAt } from '../rules/due.ts'
import { textsOf } from '../texts.ts'

export interface RecallDayPageProps {
  l: Locale
  now: Date
  /** `YYYY-MM-DD`. */
  day: string
  /** Those that were corrected. */
  figures: KeyFigure[]
  revisions: Revision[]
  explanations: Explanation[]
  setting: Setting
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** A day's corrections for the secretariat, each figure with a form to explain it. */
export function RecallDayPage(props: RecallDayPageProps) {
  const { l, now, day, figures, setting, errors, done } = props
  const { day: t, desk, errors: words } = textsOf(l)
  const said = Object.entries(errors).map(([field, key]) => ({ field, message: words[key] ?? key }))
  return (
    <>
      <ErrorSummary l={l} errors={said} />
      <Breadcrumbs l={l} steps={[{ href: l.href(recallPaths.desk), label: desk.title }]} />
      <Done text={done && desk.notices[done]} />
      <PageHeader title={t.title(l.date(day))}>
        <p>
          <a href={l.href(keyFigurePaths.revisionDay(day))}>{t.public}</a>
        </p>
      </PageHeader>
      <Notice>
        <p>{hasLeft(day, setting, now) ? t.left : t.leaves(l.moment(leavesAt(day, setting)))}</p>
      </Notice>
      {figures.map((figure) => (
        <FigureExplanation key={figure.id} {...props} figure={figure} />
      ))}
    </>
  )
}

const shown = 20

function FigureExplanation({
  l,
  day,
  figure,
  revisions,
  explanations,
  typed,
}: RecallDayPageProps & { figure: KeyFigure }) {
  const { day: t } = textsOf(l)
  const voice = { l, t: textsOfFigures(l) }
  const mine = revisions.filter(({ figureId }) => figureId === figure.id)
  const organisations = new Map(mine.map(({ code, organisationName }) => [code, organisationName]))
  const general = explanations.find(({ figureId, code }) => figureId === figure.id && code === '')
  const back = textIn(typed, 'nyckeltal') === figure.id
  const id = (field: string) => `${field}-${figure.id}`
  return (
    <section class="flow" aria-labelledby={id('n')}>
      <h2 id={id('n')}>{t.figure(figureTitle(figure, l), mine.length)}</h2>
      <ul>
        {mine.slice(0, shown).map((one) => (
          <li key={`${one.code}-${one.year}-${one.id}`}>
            {voice.t.figure.correction(
              one.organisationName,
              one.year,
              written(one.before, figure, voice),
              written(one.after, figure, voice),
            )}
            . {whyOf(one, voice)}
          </li>
        ))}
      </ul>
      {mine.length > shown && <p class="subtle">{voice.t.figure.tooLong(shown, mine.length)}</p>}
      <Details summary={t.explain} open={back}>
        <form class="form" method="post" action={l.href(recallPaths.day(day))} noValidate>
          <input type="hidden" name="nyckeltal" value={figure.id} />
          <Select
            id={id('kommun')}
            name="kommun"
            label={t.who}
            value={back ? textIn(typed, 'kommun') : ''}
            options={[
              { value: '', label: t.everyone },
              ...[...organisations].map(([code, name]) => ({ value: code, label: name })),
            ]}
          />
          <Textarea
            id={id('sv')}
            name="sv"
            label={t.textSv}
            hint={t.textSvHint}
            rows={3}
            value={back ? textIn(typed, 'sv') : general?.text.sv}
          />
          <Textarea
            id={id('en')}
            name="en"
            label={t.textEn}
            rows={3}
            value={back ? textIn(typed, 'en') : general?.text.en}
          />
          <Button variant="secondary">{t.save}</Button>
        </form>
      </Details>
    </section>
  )
}
