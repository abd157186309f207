import { currentSetOf, listFigures, listSets } from '#domains/key-figures/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { page } from '#ui/page.tsx'
import { chartsOf } from './charts.ts'
import { listPossibleContacts } from './contact-queries.ts'
import type { Example } from './example-queries.ts'
import { type StepChoices, StepPage } from './pages/step.tsx'
import { listOpenComments } from './peers/comment-queries.ts'
import type { C } from './reading.ts'
import { mainLanguage, type Step, textOfStep } from './rules/steps.ts'
import type { CommentPart } from './rules.ts'
import { typedExample } from './step-form.ts'
import { namesOfSubjects } from './subject-names.ts'
import { textsOf } from './texts.ts'

/** A step as it comes back from the reader, or nothing when it is opened. */
export interface StepSent {
  typed?: Typed
  /** What was typed in the form that adds a document. */
  added?: Typed
  errors?: Record<string, string>
  /** Somebody saved while this was being written. */
  overtaken?: boolean
}

/** What can be chosen in the steps. */
export async function choicesOf({ var: asked }: C, { organisation }: Example): Promise<StepChoices> {
  const { db, today } = asked
  const [sets, figures, contacts, subjects] = await Promise.all([
    listSets(db),
    listFigures(db),
    listPossibleContacts(db, organisation.code, today),
    namesOfSubjects(asked),
  ])
  return { figures, currentSet: currentSetOf(sets, today), contacts, subjects }
}

/** One question of the guided form. */
export async function showStep(
  c: C,
  step: Step,
  example: Example,
  { typed, added = {}, errors = {}, overtaken = false }: StepSent = {},
  status: 200 | 409 | 422 | 503 = 200,
): Promise<Response> {
  const { db, locale: l } = c.var
  const [choices, charts, comments] = await Promise.all([
    choicesOf(c, example),
    step === 'resultat' ? chartsOf(c.var, example) : [],
    listOpenComments(db, example.id, partsOf(step)),
  ])
  const t = textsOf(l).steps[step]
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <StepPage
      l={l}
      step={step}
      example={example}
      choices={choices}
      charts={charts}
      comments={comments}
      typed={typed ?? typedExample(example, mainLanguage(example.texts))}
      added={added}
      errors={errors}
      overtaken={overtaken}
      toCheck={c.req.query('till') === 'kontrollera'}
      done={c.req.query('klart')}
    />,
    status,
  )
}

/** What comments on a step are about. */
function partsOf(step: Step): CommentPart[] {
  const parts: CommentPart[] = [...textOfStep[step]]
  return parts.length > 0 ? parts : step === 'bilder' ? ['pictures'] : ['facts']
}
