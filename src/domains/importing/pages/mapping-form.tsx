import { figureTitle } from '#domains/key-figures/index.ts'
import { Button } from '#ui/components/button.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { importPaths } from '../paths.ts'
import { headingsOf } from '../rules/guess.ts'
import { textsOf } from '../texts.ts'
import type { FilePageProps } from './file.tsx'

/** Which column is what. */
export function MappingForm({ l, file, figures, typed, errors, preview }: FilePageProps) {
  const texts = textsOf(l)
  const t = texts.files
  const field = fieldsOf(typed, errors, texts.errors)
  const headings = headingsOf(file.tables).map((heading) => ({ value: heading, label: heading }))
  const first = (label: string) => [{ value: '', label }, ...headings]
  const choice = <Key extends string>(words: Record<Key, string>) =>
    Object.entries<string>(words).map(([value, label]) => ({ value, label }))
  const sheets = file.tables.map(({ name }) => ({ value: name, label: name }))
  return (
    <form class="form" method="post" action={l.href(importPaths.file(file.id))} noValidate>
      {sheets.length > 1 ? (
        <Select {...field('blad')} label={l.language === 'sv' ? 'Blad' : 'Sheet'} options={sheets} />
      ) : (
        <input type="hidden" name="blad" value={file.tables[0]?.name} />
      )}
      <Select
        {...field('organisation')}
        label={t.columns.organisation}
        hint={t.organisationHint}
        options={first('–')}
      />
      <Select {...field('ar')} label={t.columns.year} hint={t.yearHint} options={first(t.wide)} />
      <Select {...field('varde')} label={t.columns.value} options={first(t.wideValue)} />
      <Select
        {...field('nyckeltal')}
        label={t.columns.figure}
        hint={t.figureHint}
        options={first(t.wholeFile)}
      />
      <Select
        {...field('figur')}
        label={t.figureId}
        options={[
          { value: '', label: t.noFigure },
          ...figures.map((figure) => ({
            value: figure.id,
            label: `${figureTitle(figure, l)} (${figure.setId}), ${figure.unit[l.language]}`,
          })),
        ]}
      />
      <Input {...field('faktor')} label={t.factor} hint={t.factorHint} />
      <Select {...field('decimal')} label={t.decimal} options={choice(t.decimals)} />
      <Input {...field('utgivare')} label={t.publisher} hint={t.publisherHint} />
      <Select {...field('status')} label={t.status} options={choice(t.statuses)} />
      <Select {...field('grund')} label={t.basis} options={choice(t.bases)} />
      <Input {...field('namn')} label={t.name} hint={t.nameHint} />
      <Button variant={preview ? 'secondary' : 'primary'}>{t.look}</Button>
    </form>
  )
}
