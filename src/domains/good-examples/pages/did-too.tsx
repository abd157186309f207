import { type Locale, toldIn } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Example } from '../example-queries.ts'
import { addressOf, examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface DidTooPageProps {
  l: Locale
  example: Example
  /** Examples of the reader's own organisations. */
  own: Example[]
  organisations: { code: string; name: string }[]
  errors: Record<string, string>
}

/** Ties one's own example to the one it was learned from, or begins one. */
export function DidTooPage({ l, example, own, organisations, errors }: DidTooPageProps) {
  const texts = textsOf(l)
  const t = texts.didToo
  const title = toldIn(example.texts, l)?.text.title ?? ''
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(examplePaths.list), label: texts.list.title },
          { href: l.href(addressOf(example)), label: title },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      <p>{t.after(title, example.organisation.name)}</p>
      {organisations.length === 0 && <EmptyState title={texts.mine.noOrganisation} />}
      {organisations.length > 0 && (
        <section class="flow" aria-labelledby="nytt">
          <h2 id="nytt">{t.begin}</h2>
          <p>{t.beginHint}</p>
          <ul class="row">
            {organisations.map(({ code, name }) => (
              <li key={code}>
                <ButtonLink href={`${l.href(examplePaths.begin(code))}?efter=${example.id}`}>
                  {t.beginFor(name)}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {own.length > 0 && (
        <section class="flow" aria-labelledby="eget">
          <h2 id="eget">{t.link}</h2>
          <form class="form" method="post" action={l.href(examplePaths.didToo(example.id))} noValidate>
            <Boxes
              id="exempel"
              name="exempel"
              kind="radio"
              legend={t.which}
              error={fieldsOf({}, errors, texts.errors)('exempel').error}
              options={own.map((one) => ({
                value: String(one.id),
                label: `${toldIn(one.texts, l)?.text.title ?? ''} (${one.organisation.name})`,
                ...(one.state === 'draft' ? { hint: texts.mine.states.draft } : {}),
              }))}
              chosen={[]}
            />
            <Button variant="secondary">{t.button}</Button>
          </form>
        </section>
      )}
    </>
  )
}
