import { figureTitle, type KeyFigure } from '#domains/key-figures/index.ts'
import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Example } from '../example-queries.ts'
import { linkCount } from '../facts-form.ts'
import { examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface FactsFormPageProps {
  l: Locale
  example: Example
  figures: KeyFigure[]
  contacts: { personId: number; name: string; title: string }[]
  typed: Typed
  errors: Record<string, string>
  overtaken?: boolean
}

/** What the example is tied to: year, key figures, criteria, goals, a contact and links. */
export function FactsFormPage(props: FactsFormPageProps) {
  const { l, example, figures, contacts, typed, errors, overtaken = false } = props
  const texts = textsOf(l)
  const t = texts.facts
  const field = fieldsOf(typed, errors, texts.errors)
  const boxes = (name: string) => ({ id: name, name, error: field(name).error, chosen: textsIn(typed, name) })
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(examplePaths.mine), label: texts.mine.title },
          {
            href: l.href(examplePaths.draft(example.id)),
            label: toldIn(example.texts, l)?.text.title ?? texts.draft.back,
          },
        ]}
      />
      {overtaken && (
        <Notice tone="warning" role="alert">
          <p>{texts.form.overtaken}</p>
        </Notice>
      )}
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="post" action={l.href(examplePaths.facts(example.id))} noValidate>
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Input {...field('ar')} label={t.year} hint={t.yearHint} />
        <Boxes
          {...boxes('nyckeltal')}
          legend={t.figures}
          options={figures.map((figure) => ({ value: figure.id, label: figureTitle(figure, l) }))}
        />
        <Boxes
          {...boxes('kriterium')}
          legend={t.criteria}
          options={texts.criteria.map((name, i) => ({
            value: String(i + 1),
            label: `${texts.criterion(i + 1)}: ${name}`,
          }))}
        />
        <Boxes
          {...boxes('mal')}
          legend={t.sdgs}
          options={texts.sdgs.map((name, i) => ({ value: String(i + 1), label: `${i + 1} ${name}` }))}
        />
        <Select
          {...field('kontakt')}
          label={t.contact}
          hint={t.contactHint}
          options={[
            { value: '', label: t.nobody },
            ...contacts.map(({ personId, name, title }) => ({
              value: String(personId),
              label: [name, title].filter(Boolean).join(', '),
            })),
          ]}
        />
        <h2>{t.links}</h2>
        {Array.from({ length: linkCount }, (_, i) => i + 1).map((n) => (
          <div key={n} class="flow">
            <Input {...field(`text${n}`)} label={t.label(n)} />
            <Input {...field(`adress${n}`)} label={t.address(n)} />
          </div>
        ))}
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
