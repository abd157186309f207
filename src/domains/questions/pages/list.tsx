import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Input, type Option, Select } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { type AskedFor, queryOf, views } from '../asked.ts'
import type { ListedQuestion } from '../list-queries.ts'
import { questionPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface ListPageProps {
  l: Locale
  asked: AskedFor
  figures: Option[]
  subjects: Option[]
  questions: ListedQuestion[]
  total: number
  pages: number
  /** The reader is of the network, and may ask. */
  member: boolean
}

/** All questions that the reader may read: search, choices, and what fits. */
export function ListPage(props: ListPageProps) {
  const { l, asked, questions, total, pages, member } = props
  const t = textsOf(l).list
  const clear = (
    <p>
      <a href={l.href(questionPaths.list)}>{t.clear}</a>
    </p>
  )
  return (
    <>
      <PageHeader title={t.title} lead={member ? t.lead : t.leadVisitor} />
      <p>
        <ButtonLink href={l.href(questionPaths.ask)}>{t.ask}</ButtonLink>
      </p>
      <Filters {...props} />
      <section class="flow" aria-labelledby="traffar">
        <h2 id="traffar">{total === 0 ? t.none : t.found(total)}</h2>
        {total === 0 ? (
          <EmptyState level={3} title={t.noneHelp}>
            {clear}
          </EmptyState>
        ) : (
          <CardGrid size="large">
            {questions.map((question) => (
              <QuestionCard key={question.id} l={l} question={question} member={member} />
            ))}
          </CardGrid>
        )}
        <Pagination
          l={l}
          page={asked.sida}
          pages={pages}
          href={(page) => l.href(questionPaths.list) + queryOf({ ...asked, sida: page })}
        />
        {queryOf({ ...asked, sida: 1 }) !== '' && total > 0 && clear}
      </section>
    </>
  )
}

function Filters({ l, asked, figures, subjects, member }: ListPageProps) {
  const t = textsOf(l).list
  const any = { value: '', label: t.any }
  const shown = member ? views : views.slice(0, 2)
  return (
    <form class="chooser flow" method="get" action={l.href(questionPaths.list)}>
      <div class="chooser__fields">
        <Input
          id="sok"
          name="sok"
          type="search"
          label={t.text}
          hint={t.textHint}
          value={asked.sok}
          autocomplete="off"
        />
        <Select
          id="nyckeltal"
          name="nyckeltal"
          label={t.figure}
          value={asked.nyckeltal}
          options={[any, ...figures]}
        />
        <Select id="amne" name="amne" label={t.subject} value={asked.amne} options={[any, ...subjects]} />
        <Select
          id="visa"
          name="visa"
          label={t.which}
          value={asked.visa}
          options={shown.map((view) => ({ value: view, label: t.views[view] }))}
        />
      </div>
      <Button variant="secondary">{t.show}</Button>
    </form>
  )
}

/** A question among others: who asked, when, and how far it has come. */
function QuestionCard({ l, question, member }: { l: Locale; question: ListedQuestion; member: boolean }) {
  const { list: t, madeUp } = textsOf(l)
  const { id, title, language, organisation, askedAt, answers, accepted, state, audience } = question
  return (
    <Card
      title={<span lang={otherLanguage(language, l)}>{title}</span>}
      href={l.href(questionPaths.question(id, title))}
    >
      <p class="subtle">
        {t.who(organisation, l.date(askedAt))} {question.madeUp && <MadeUpBadge label={madeUp} />}
      </p>
      <p>
        <Tag tone={accepted ? 'brand' : answers === 0 ? 'outline' : 'neutral'}>
          {accepted ? t.accepted : t.answers(answers)}
        </Tag>{' '}
        {state === 'closed' && <Tag tone="warning">{t.closed}</Tag>}{' '}
        {member && audience === 'everyone' && <Tag tone="outline">{t.public}</Tag>}
      </p>
    </Card>
  )
}
