import { type Typed, textsIn } from '#platform/http/form.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import type { Option } from '#ui/components/field.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { Once } from '#ui/components/once.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { questionPaths } from '../paths.ts'
import type { Routed } from '../routing.ts'
import { textsOf } from '../texts.ts'
import { TitleField } from './ask-title.tsx'
import { QuestionFields } from './question-fields.tsx'
import { Reach } from './reach.tsx'
import { SimilarPiece, type SimilarProps } from './similar.tsx'

export interface AskPageProps extends SimilarProps {
  typed: Typed
  errors: Record<string, string>
  routed: Routed
  figures: Option[]
  subjects: Option[]
  /** Those whom who asks has chosen, ticked or not. */
  chosen: { personId: number; name: string }[]
  /** It reaches others than those shown when it was to be sent. */
  changed: boolean
}

/** The second step: what there is already, whom the question reaches and why, and then the question itself. */
export function AskPage(props: AskPageProps) {
  const { l, typed, errors, routed, chosen } = props
  const texts = textsOf(l)
  const t = texts.ask
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(questionPaths.list), label: texts.list.title }]} />
      <PageHeader title={t.title} lead={t.secondLead} />
      <form class="form" method="post" action={l.href(questionPaths.ask)} noValidate>
        <Once />
        <TitleField l={l} typed={typed} errors={errors} />
        <div id="liknande" class="flow">
          <SimilarPiece l={l} questions={props.questions} examples={props.examples} />
        </div>
        <QuestionFields {...props} />
        {chosen.length > 0 && (
          <Boxes
            id="till"
            name="till"
            legend={t.chosen}
            hint={t.chosenHint}
            options={chosen.map(({ personId, name }) => ({ value: String(personId), label: name }))}
            chosen={textsIn(typed, 'till')}
          />
        )}
        <Reach l={l} routed={routed} changed={props.changed} />
        <p class="row">
          <Button name="gor" value="skicka">
            {t.send}
          </Button>
          <Button variant="secondary" name="gor" value="visa">
            {t.update}
          </Button>
        </p>
      </form>
    </>
  )
}
