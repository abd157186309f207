import type { ChartOfMember, KeyFigure } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import type { Comment } from '../peers/comment-queries.ts'
import { type Step, steps } from '../rules/steps.ts'
import { textsOf } from '../texts.ts'
import { ChartList } from './chart-list.tsx'
import { CommentList } from './comment-list.tsx'
import { Documents } from './documents.tsx'
import { StepFields } from './step-fields.tsx'

/** What there is to choose among. */
export interface StepChoices {
  figures: KeyFigure[]
  /** The set that the members follow today; its figures stand first. */
  currentSet: string | null
  contacts: { personId: number; name: string; title: string }[]
  /** Subject names by id, in the order of the list. */
  subjects: Map<string, string>
}

export interface StepPageProps {
  l: Locale
  step: Step
  example: Example
  choices: StepChoices
  /** The tied figures as they stand today, shown where the result is told. */
  charts: ChartOfMember[]
  /** What colleagues say of this part. */
  comments: Comment[]
  typed: Typed
  added: Typed
  errors: Record<string, string>
  overtaken: boolean
  /** The reader comes from the page where the answers are checked, and goes back there. */
  toCheck: boolean
  done: string | undefined
}

/** One question of the guided form. */
export function StepPage(props: StepPageProps) {
  const { l, step, example, charts, comments, typed, errors, overtaken, toCheck, done } = props
  const texts = textsOf(l)
  const { title, lead } = texts.steps[step]
  const t = texts.step
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.draft.notices[done]} />
      <StepCrumbs l={l} example={example} />
      {overtaken && (
        <Notice tone="warning" role="alert">
          <p>{texts.form.overtaken}</p>
        </Notice>
      )}
      <PageHeader eyebrow={t.place(steps.indexOf(step) + 1, steps.length)} title={title} lead={lead} />
      <CommentList l={l} example={example} comments={comments} mayEdit />
      {step === 'dokument' && <Documents {...props} />}
      <form class="form" method="post" action={l.href(examplePaths.step(example.id, step))} noValidate>
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <StepFields {...props} />
        <p class="row">
          {toCheck ? (
            <Button name="vidare" value="kontrollera">
              {t.backToCheck}
            </Button>
          ) : (
            <Button>{t.save}</Button>
          )}
          {step === 'resultat' && (
            <Button variant="secondary" name="vidare" value="har">
              {t.showCharts}
            </Button>
          )}
          {!toCheck && (
            <Button variant="tertiary" name="vidare" value="lista">
              {t.saveAndLeave}
            </Button>
          )}
        </p>
      </form>
      {charts.length > 0 && (
        <section class="flow" aria-labelledby="diagram">
          <h2 id="diagram">{t.charts}</h2>
          <p>{example.year === null ? t.chartsWithoutYear : t.chartsLead(example.year)}</p>
          <ChartList l={l} charts={charts} />
        </section>
      )}
    </>
  )
}

/** The way back to the parts of an example. */
export function StepCrumbs({ l, example }: { l: Locale; example: Example }) {
  const texts = textsOf(l)
  return (
    <Breadcrumbs
      l={l}
      steps={[
        { href: l.href(examplePaths.mine), label: texts.mine.title },
        {
          href: l.href(examplePaths.draft(example.id)),
          label: toldIn(example.texts, l)?.text.title ?? texts.draft.back,
        },
      ]}
    />
  )
}
