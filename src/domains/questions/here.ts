import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import type { Limit } from '#domains/accounts/index.ts'
import type { Actor, AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { questionPaths } from './paths.ts'
import type { Place } from './place.ts'
import { type Answer, findAnswer, findQuestion, type Question } from './question-queries.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

const hour = 3600
const day = 24 * hour

/** How much one person may write. */
export const limits = {
  question: { name: 'question', times: 5, seconds: day },
  answer: { name: 'answer', times: 20, seconds: hour },
  report: { name: 'question-report', times: 10, seconds: day },
} satisfies Record<string, Limit>

/** Where, when and by whom a form was sent. */
export function placeOf(c: C, actor: Actor): Place {
  const { db, now, today, config } = c.var
  return { db, actor, now, today, madeUp: config.mode === 'demo' }
}

/** Who has logged in; routes that ask are behind a rule that lets nobody else in. */
export function actorOf(c: C): Actor {
  const { actor, locale: l } = c.var
  if (!actor) throw new Problem(403, textsOf(l).question.own)
  return actor
}

/** The question that the address names. Throws a 404 when there is none, or when it is hidden from who asks. */
export async function questionIn(c: C, mayModerate = false): Promise<Question> {
  const question = await findQuestion(c.var.db, Number.parseInt(c.req.param('question') ?? '', 10))
  if (!question) throw missing(c)
  const isOwn = question.writer?.personId === c.var.actor?.personId
  if (question.hiddenAt && !mayModerate && !isOwn) throw missing(c)
  return question
}

/** The answer that the address names, with its question. Throws a 404 when either is missing or hidden. */
export async function answerIn(c: C): Promise<{ answer: Answer; question: Question }> {
  const answer = await findAnswer(c.var.db, Number(c.req.param('answer')))
  const question = answer && (await findQuestion(c.var.db, answer.questionId))
  if (!question || question.hiddenAt || answer.hiddenAt) throw missing(c)
  return { answer, question }
}

/** Throws a 403 unless who asks has written the thing. */
export function onlyWriter(c: C, { writer }: Pick<Question, 'writer'>): void {
  if (writer?.personId !== actorOf(c).personId) throw new Problem(403, textsOf(c.var.locale).question.own)
}

/** Says that there is no such question, and leads to those there are. */
export function missing(c: C): Problem {
  const l = c.var.locale
  const { question: t, list } = textsOf(l)
  return new Problem(404, t.notFound, [{ href: l.href(questionPaths.list), label: list.title }])
}
