import { criteria as ownCriteria } from '#platform/association.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { contactPaths } from '../paths.ts'
import type { SubjectView } from '../subject-queries.ts'
import { textsOf } from '../texts.ts'

/** The whole list, with how many chose each word. */
export function SubjectsPage({ l, subjects, saved }: { l: Locale; subjects: SubjectView[]; saved: boolean }) {
  const texts = textsOf(l)
  const t = texts.subjects
  return (
    <>
      <Done text={saved && t.saved} />
      <PageHeader title={t.title} lead={t.lead} />
      <DataTable
        l={l}
        id="amnen"
        caption={t.title}
        captionHidden
        rows={subjects}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            head: t.name,
            rowHead: true,
            cell: ({ id, sv, en, retired }) => (
              <>
                <a href={l.href(contactPaths.subject(id))}>{{ sv, en }[l.language]}</a>{' '}
                {retired && `(${t.retiredTag})`}
              </>
            ),
          },
          { key: 'other', head: t.en, cell: ({ en }) => <span lang="en">{en}</span> },
          { key: 'figures', head: texts.search.figure, cell: ({ figures }) => figures.join(', ') },
          { key: 'criteria', head: texts.search.criterion, cell: ({ criteria }) => criteria.join(', ') },
          { key: 'people', head: t.people, numeric: true, cell: ({ people }) => l.number(people) },
        ]}
      />
      <ButtonLink href={l.href(contactPaths.subject('nytt'))}>{t.add}</ButtonLink>
    </>
  )
}

export interface SubjectPageProps {
  l: Locale
  id: string
  names: { sv: string; en: string }
  figures: string[]
  criteria: string[]
  retired: boolean
  allFigures: { id: string; sv: string; en: string }[]
  errors: Record<string, string>
}

/** One subject word with its ties. */
export function SubjectPage({
  l,
  id,
  names,
  figures,
  criteria,
  retired,
  allFigures,
  errors,
}: SubjectPageProps) {
  const texts = textsOf(l)
  const t = texts.subjects
  const error = (field: string) => errors[field] && (texts.errors[errors[field]] ?? errors[field])
  return (
    <div class="narrow">
      <ErrorSummary
        l={l}
        errors={Object.keys(errors).map((field) => ({ field, message: error(field) ?? '' }))}
      />
      <Breadcrumbs l={l} steps={[{ href: l.href(contactPaths.subjects), label: t.title }]} />
      <PageHeader title={names[l.language] || t.add} />
      <form class="flow" method="post" action={l.href(contactPaths.subject(id))} noValidate>
        <Input id="sv" name="sv" label={t.sv} value={names.sv} error={error('sv')} autocomplete="off" />
        <Input id="en" name="en" label={t.en} value={names.en} error={error('en')} autocomplete="off" />
        <Boxes
          id="figures"
          name="figures"
          legend={t.figures}
          chosen={figures}
          options={allFigures.map((figure) => ({ value: figure.id, label: figure[l.language] }))}
        />
        <Boxes
          id="criteria"
          name="criteria"
          legend={t.criteria}
          chosen={criteria}
          options={ownCriteria.map((n) => ({ value: String(n), label: texts.search.criterionName(n) }))}
        />
        <Checkbox id="retired" name="retired" label={t.retired} checked={retired} />
        <Button>{t.save}</Button>
      </form>
    </div>
  )
}
