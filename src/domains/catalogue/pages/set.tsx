import type { KeyFigureSet } from '#domains/key-figures/index.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { Input } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { cataloguePaths } from '../paths.ts'
import type { FigureInSet } from '../set-queries.ts'
import { textsOf } from '../texts.ts'

export interface SetPageProps {
  l: Locale
  set: KeyFigureSet
  /** The members follow it today. */
  current: boolean
  figures: FigureInSet[]
  done: string | undefined
}

/** A set with its figures: where each is changed, and where a new version of it begins. */
export function SetPage(props: SetPageProps) {
  const { l, set, current, figures, done } = props
  const texts = textsOf(l)
  const t = texts.set
  const isDecided = set.decidedYear !== null
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(cataloguePaths.office), label: texts.office.title }]} />
      <Done text={done && texts.office.notices[done]} />
      <PageHeader title={inLanguage(set.name, l)} lead={inLanguage(set.decision, l)}>
        {current && (
          <p>
            <Tag tone="brand">{texts.office.current}</Tag>
          </p>
        )}
      </PageHeader>
      {isDecided && (
        <>
          <DefinitionList
            items={[
              {
                term: texts.decision.legend,
                meaning: set.reference
                  ? texts.decision.words(
                      set.reference.meeting,
                      l.date(set.reference.on),
                      set.reference.paragraph,
                    )
                  : texts.decision.none,
              },
              { term: t.currentFrom, meaning: set.currentFrom ? l.date(set.currentFrom) : t.never },
            ]}
          />
          <p class="row">
            <ButtonLink variant="secondary" href={l.href(cataloguePaths.editSet(set.id))}>
              {t.edit}
            </ButtonLink>
            <ButtonLink variant="secondary" href={l.href(cataloguePaths.newFigure(set.id))}>
              {t.newFigure}
            </ButtonLink>
          </p>
        </>
      )}
      <Figures {...props} />
      {figures.some(({ carried }) => carried) && <Numbers {...props} />}
    </>
  )
}

function Figures({ l, figures }: SetPageProps) {
  const texts = textsOf(l)
  const t = texts.set
  return (
    <DataTable
      l={l}
      id="nyckeltal"
      caption={t.figures}
      rows={figures}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'figure',
          head: t.figure,
          rowHead: true,
          cell: (figure) => (
            <a href={l.href(cataloguePaths.figure(figure.id))}>
              {`${figure.number} ${inLanguage(figure, l)}`.trim()}
            </a>
          ),
        },
        { key: 'id', head: t.id, cell: ({ id }) => id },
        { key: 'kind', head: t.kind, cell: ({ carried }) => (carried ? t.isCarried : t.isNew) },
        { key: 'values', head: t.values, numeric: true, cell: ({ values }) => l.number(values) },
        {
          key: 'version',
          head: t.versions,
          cell: (figure) => (
            <>
              {figure.replacedBy.map((id) => (
                <a key={id} href={l.href(cataloguePaths.figure(id))}>
                  {id}
                </a>
              ))}{' '}
              <a
                href={l.href(cataloguePaths.newVersion(figure.id))}
                aria-label={t.newVersionOf(inLanguage(figure, l))}
              >
                {t.newVersion}
              </a>
            </>
          ),
        },
      ]}
    />
  )
}

/** A figure that is kept may have another number in this set. */
function Numbers({ l, set, figures }: SetPageProps) {
  const t = textsOf(l).set
  return (
    <Details summary={t.numbers}>
      <form class="form" method="post" action={l.href(cataloguePaths.numbers(set.id))}>
        {figures
          .filter(({ carried }) => carried)
          .map((figure) => (
            <div key={figure.id}>
              <input type="hidden" name="id" value={figure.id} />
              <Input
                id={`nummer-${figure.id}`}
                name="nummer"
                label={t.numberOf(inLanguage(figure, l))}
                value={figure.number}
                autocomplete="off"
              />
            </div>
          ))}
        <Button variant="secondary">{t.saveNumbers}</Button>
      </form>
    </Details>
  )
}
