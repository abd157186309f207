import { figureTitle, type KeyFigure, type Origin } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { importPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface OriginsPageProps {
  l: Locale
  figures: KeyFigure[]
  origins: Origin[]
  done: string | undefined
}

/** Every figure with what it is taken from. */
export function OriginsPage({ l, figures, origins, done }: OriginsPageProps) {
  const texts = textsOf(l)
  const t = texts.origins
  const rows = figures.flatMap((figure): { figure: KeyFigure; origin: Origin | null }[] => {
    const own = origins.filter(({ figureId }) => figureId === figure.id)
    return own.length > 0 ? own.map((origin) => ({ figure, origin })) : [{ figure, origin: null }]
  })
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(importPaths.front), label: texts.front.title }]} />
      <Done text={done === 'sparad' && t.saved} />
      <PageHeader title={t.title} lead={t.lead} />
      <DataTable
        l={l}
        id="kopplingar"
        caption={t.title}
        captionHidden
        rows={rows}
        rowKey={({ figure, origin }) => `${figure.id} ${origin?.foreignId}`}
        columns={[
          {
            key: 'figure',
            head: t.figure,
            rowHead: true,
            cell: ({ figure }) => (
              <a href={l.href(importPaths.origin(figure.id))}>{figureTitle(figure, l)}</a>
            ),
          },
          {
            key: 'theirs',
            head: t.theirs,
            cell: ({ origin }) =>
              origin ? (
                <>
                  {t.sources[origin.adapter]}: {origin.foreignId}{' '}
                  {!origin.active && <Tag tone="outline">{t.off}</Tag>}
                </>
              ) : (
                <span class="subtle">{t.none}</span>
              ),
          },
          {
            key: 'factor',
            head: t.factor,
            numeric: true,
            cell: ({ origin }) =>
              origin && String(origin.factor).replace('.', l.language === 'sv' ? ',' : '.'),
          },
          {
            key: 'unchanged',
            head: t.unchanged,
            cell: ({ origin }) => origin && (origin.unchanged ? t.yes : t.no),
          },
          { key: 'note', head: t.note, cell: ({ origin }) => origin && inLanguage(origin.note, l) },
        ]}
      />
    </>
  )
}

export interface OriginPageProps {
  l: Locale
  figure: KeyFigure
  origins: Origin[]
  typed: Typed
  errors: Record<string, string>
}

/** What one figure is taken from, as a form. */
export function OriginPage({ l, figure, origins, typed, errors }: OriginPageProps) {
  const texts = textsOf(l)
  const t = texts.origins
  const field = fieldsOf(typed, errors, texts.errors)
  const box = (name: string) => ({ ...field(name), value: '1', checked: textIn(typed, name) !== '' })
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(importPaths.front), label: texts.front.title },
          { href: l.href(importPaths.origins), label: t.title },
        ]}
      />
      <PageHeader title={t.formTitle(figureTitle(figure, l))} lead={t.formLead} />
      {origins.length > 1 && (
        <section class="flow" aria-labelledby="nu">
          <h2 id="nu">{t.existing}</h2>
          <ul>
            {origins.map(({ adapter, foreignId }) => (
              <li key={`${adapter} ${foreignId}`}>
                {t.sources[adapter]}: {foreignId}
              </li>
            ))}
          </ul>
        </section>
      )}
      <form class="form" method="post" action={l.href(importPaths.origin(figure.id))} noValidate>
        <Select
          {...field('kalla')}
          label={t.source}
          options={(['kolada', 'file'] as const).map((value) => ({ value, label: t.sources[value] }))}
        />
        <Input {...field('id')} label={t.id} hint={t.idHint} />
        <Input {...field('faktor')} label={t.factorField} hint={t.factorHint} />
        <Checkbox {...box('oforandrat')} label={t.unchangedField} />
        <Checkbox {...box('fore')} label={t.overMembers} />
        <Checkbox {...box('aktiv')} label={t.active} />
        <Input {...field('anmarkning-sv')} label={t.noteSv} />
        <Input {...field('anmarkning-en')} label={t.noteEn} />
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
