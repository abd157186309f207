import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { vatOnOrders } from '#domains/fees/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import type { Event } from '../queries.ts'
import { findPractical, findQuotas, listQuestions } from './event-queries.ts'
import { DetailsPage, type DetailsPageProps } from './pages/details.tsx'
import { textsOf } from './texts.ts'

/** What differs between a guest's form and that of somebody with an account. */
export type DetailsForm = Pick<
  DetailsPageProps,
  'action' | 'people' | 'guest' | 'delegation' | 'organisations' | 'typed' | 'errors'
>

/** The form about each participant. */
export async function showDetails(
  c: Context<AppEnv<Database>>,
  event: Event,
  form: DetailsForm,
  status: 200 | 409 | 422 | 429,
): Promise<Response> {
  const { locale: l, db } = c.var
  const [questions, quotas, practical, vat] = await Promise.all([
    listQuestions(db, event.id),
    findQuotas(db, event.id),
    findPractical(db, event.id),
    vatOnOrders(db),
  ])
  const title = textsOf(l).register.title
  return page(
    c,
    { title, description: title, noIndex: true },
    <DetailsPage
      l={l}
      event={event}
      questions={questions}
      quotas={quotas}
      keptDays={practical.answersKeptDays}
      vat={vat}
      {...form}
    />,
    status,
  )
}
