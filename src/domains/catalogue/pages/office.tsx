import { type KeyFigureSet, keyFigurePaths } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { OwnFigure } from '../own-queries.ts'
import { cataloguePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { Marks, titleOf } from './own-list.tsx'

export interface OfficePageProps {
  l: Locale
  sets: (KeyFigureSet & { figures: number })[]
  /** Id of the set that the members follow today. */
  current: string | null
  own: OwnFigure[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The catalogue as the secretariat keeps it: the sets with their decisions, and what members follow on their own. */
export function OfficePage(props: OfficePageProps) {
  const { l, sets, current, own, errors, done } = props
  const texts = textsOf(l)
  const t = texts.office
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href('/kansli'), label: t.desk }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead} />
      <DataTable
        l={l}
        id="uppsattningar"
        caption={t.sets}
        rows={sets}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'set',
            head: t.set,
            rowHead: true,
            cell: ({ id, name }) => (
              <>
                <a href={l.href(cataloguePaths.set(id))}>{inLanguage(name, l)}</a>{' '}
                {id === current && <Tag tone="brand">{t.current}</Tag>}
              </>
            ),
          },
          { key: 'figures', head: t.figures, numeric: true, cell: ({ figures }) => figures },
          {
            key: 'from',
            head: texts.set.currentFrom,
            cell: ({ currentFrom }) => (currentFrom ? l.date(currentFrom) : '–'),
          },
          {
            key: 'decision',
            head: texts.decision.legend,
            cell: ({ decision, reference }) =>
              reference ? (
                <>
                  {texts.decision.words(reference.meeting, l.date(reference.on), reference.paragraph)}{' '}
                  {reference.madeUp && <MadeUpBadge label={texts.madeUp} />}
                </>
              ) : (
                inLanguage(decision, l)
              ),
          },
        ]}
      />
      <p class="row">
        <ButtonLink href={l.href(cataloguePaths.newSet)}>{t.newSet}</ButtonLink>
        <a href={l.href(cataloguePaths.history)}>{texts.history.title}</a>
      </p>
      <section class="flow" aria-labelledby="medlemmarnas">
        <h2 id="medlemmarnas">{t.own}</h2>
        <p>{t.ownLead}</p>
        {own.length === 0 ? (
          <EmptyState title={t.noOwn} level={3} />
        ) : (
          own.map((figure) => <Own key={figure.id} {...props} figure={figure} />)
        )}
      </section>
    </>
  )
}

/** One own figure of a member: shown or hidden, with the reason. */
function Own({ l, figure, typed, errors }: OfficePageProps & { figure: OwnFigure }) {
  const texts = textsOf(l)
  const t = texts.office
  const name = `orsak-${figure.id}`
  const fault = errors[name]
  const followers = figure.parties.filter(({ state }) => state === 'joined').map((party) => party.name)
  return (
    <article class="card flow">
      <h3>
        {figure.hiddenReason ? (
          titleOf(figure, l)
        ) : (
          <a href={l.href(keyFigurePaths.figure(figure.id))}>{titleOf(figure, l)}</a>
        )}
      </h3>
      <p>
        {t.followedBy(l.list(followers), l.date(figure.createdAt))} {texts.own.values(figure.values)}.
      </p>
      <Marks l={l} figure={figure} />
      {figure.hiddenReason ? (
        <form method="post" action={l.href(cataloguePaths.show(figure.id))}>
          <p>{t.hiddenBecause(figure.hiddenReason)}</p>
          <Button variant="secondary">{t.show}</Button>
        </form>
      ) : (
        <Details summary={t.hide} open={fault !== undefined}>
          <form class="form" method="post" action={l.href(cataloguePaths.hide(figure.id))} noValidate>
            <Input
              {...fieldsOf(typed, errors, texts.errors)(name)}
              name="orsak"
              value={textIn(typed, name)}
              label={t.reason}
              hint={t.reasonHint}
              autocomplete="off"
            />
            <Button variant="secondary">{t.hide}</Button>
          </form>
        </Details>
      )}
    </article>
  )
}
