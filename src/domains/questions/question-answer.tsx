import { can } from '#domains/accounts/index.ts'
import { figureTitle, keyFigurePaths, loadCatalogue } from '#domains/key-figures/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { page } from '#ui/page.tsx'
import type { C } from './here.ts'
import { QuestionPage, type Reader } from './pages/question.tsx'
import { listNames } from './people-queries.ts'
import { type Answer, isFollowed, listAnswers, listRecipients, type Question } from './question-queries.ts'
import { listFittingExamples, listSimilarQuestions } from './similar-queries.ts'

/** A form on the page of a question as it was sent. */
export interface SentForm {
  typed: Typed
  errors: Record<string, string>
}

/** Answers with the page of a question, as far as who asks may see it. */
export async function showQuestionPage(
  c: C,
  question: Question,
  form: SentForm = { typed: {}, errors: {} },
  status: 200 | 409 | 422 | 429 = 200,
): Promise<Response> {
  const { locale: l, db, actor, remember } = c.var
  const member = can(actor, 'network.use') ? actor : null
  const { id, title, figureIds } = question
  const [answers, recipients, follows, { byId }, near] = await Promise.all([
    member
      ? listAnswers(db, id, member.personId)
      : remember(`answers ${id}`, () => listAnswers(db, id, null)),
    member ? listRecipients(db, id) : [],
    member ? isFollowed(db, id, member.personId) : false,
    loadCatalogue(c.var),
    nearTo(c, question, member !== null),
  ])
  const reader: Reader | null = member && {
    personId: member.personId,
    asked: question.writer?.personId === member.personId,
    moderates: can(actor, 'questions.moderate'),
    follows,
    sent: recipients.find(({ personId }) => personId === member.personId),
  }
  const suggesting = recipients.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'suggested' ? [reason.by] : [])),
  )
  const figures = figureIds.flatMap((figureId) => {
    const figure = byId.get(figureId)
    return figure
      ? [{ id: figureId, title: figureTitle(figure, l), path: keyFigurePaths.figure(figureId) }]
      : []
  })
  return page(
    c,
    {
      title,
      description: question.body.slice(0, 160) || title,
      noIndex: question.audience !== 'everyone' || question.hiddenAt !== null,
    },
    <QuestionPage
      l={l}
      question={question}
      answers={answers.filter((answer) => maySee(answer, reader))}
      reader={reader}
      recipients={reader?.asked || reader?.moderates ? recipients : null}
      names={await listNames(db, suggesting)}
      figures={figures}
      {...near}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}

/** Hidden answers are for their writers and the secretariat, those for members not for visitors. */
function maySee({ hiddenAt, audience, writer }: Answer, reader: Reader | null): boolean {
  if (!reader) return !hiddenAt && audience === 'everyone'
  return !hiddenAt || reader.moderates || writer?.personId === reader.personId
}

/** What is like a question; for visitors what is public, kept for a version of the data. */
function nearTo(c: C, { id, title, figureIds }: Question, member: boolean) {
  const { db, remember } = c.var
  const load = async () => {
    const [questions, examples] = await Promise.all([
      listSimilarQuestions(db, title, { except: id, reader: member ? 'members' : 'everyone' }),
      listFittingExamples(db, { title, figureIds }),
    ])
    return { questions, examples }
  }
  return member ? load() : remember(`near question ${id} ${title}`, load)
}
