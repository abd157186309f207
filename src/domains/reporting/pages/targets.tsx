import {
  amount,
  textsOf as figureTexts,
  figureTitle,
  type KeyFigure,
  type OwnTarget,
} from '#domains/key-figures/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { reportingPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface TargetsPageProps {
  l: Locale
  code: string
  name: string
  figures: KeyFigure[]
  targets: OwnTarget[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The levels that a member has decided to reach, and a form to set or take one away. */
export function TargetsPage(props: TargetsPageProps) {
  const { l, code, name, figures, targets, typed, errors, done } = props
  const texts = textsOf(l)
  const t = texts.targets
  const field = fieldsOf(typed, errors, texts.errors)
  const voice = { l, t: figureTexts(l) }
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(reportingPaths.mine), label: texts.mine.title }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title(name)} lead={t.lead} />
      <ul class="people">
        {targets.map((target) => {
          const figure = figures.find(({ id }) => id === target.figureId)
          if (!figure) return null
          return (
            <li key={target.figureId}>
              <div>
                <p>
                  {figureTitle(figure, l)}: {amount(figure, target.value, voice)}, {target.year}
                </p>
                <p class="subtle">{target.decision}</p>
              </div>
              <form method="post" action={l.href(reportingPaths.removeTarget(code))}>
                <input type="hidden" name="nyckeltal" value={target.figureId} />
                <Button variant="tertiary">{t.remove(figureTitle(figure, l))}</Button>
              </form>
            </li>
          )
        })}
      </ul>
      <h2 id="nytt">{t.set}</h2>
      <form class="form" method="post" action={l.href(reportingPaths.targets(code))} noValidate>
        <Select
          {...field('nyckeltal')}
          value={field('nyckeltal').value ?? ''}
          label={texts.rounds.figures}
          options={figures.map((figure) => ({
            value: figure.id,
            label: `${figureTitle(figure, l)} (${inLanguage(figure.unit, l)})`,
          }))}
        />
        <Input {...field('varde')} label={t.value} />
        <Input {...field('ar')} label={t.year} />
        <Input {...field('beslut')} label={t.decision} hint={t.decisionHint} />
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
