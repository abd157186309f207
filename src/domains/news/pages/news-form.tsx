import { type Typed, textIn } from '#platform/http/form.ts'
import type { Language, Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { Once } from '#ui/components/once.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { isNewsPicture, newsPaths } from '../paths.ts'
import type { NewsItem } from '../queries.ts'
import { stateOf } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { Overtaken, ScheduleFields } from './schedule.tsx'

export interface NewsFormPageProps {
  l: Locale
  /** Undefined for a new one. */
  item: NewsItem | undefined
  now: Date
  typed: Typed
  errors: Record<string, string>
  /** Shows what was typed as it will look, above the form. */
  preview?: boolean
  /** Somebody saved while this was being written. */
  overtaken?: boolean
  done: string | undefined
}

/** A piece of news to be written or changed, with its preview and its steps. */
export function NewsFormPage(props: NewsFormPageProps) {
  const { l, item, now, errors, preview = false, overtaken = false, done } = props
  const texts = textsOf(l)
  const t = texts.form
  const state = item && stateOf(item, now)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.office.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(newsPaths.office), label: texts.office.title }]} />
      {overtaken && <Overtaken l={l} />}
      <PageHeader title={item ? t.editTitle : t.newTitle} lead={t.lead}>
        {item && (
          <p class="row">
            {texts.office.states[stateOf(item, now)]}. <a href={l.href(newsPaths.item(item.slug))}>{t.see}</a>{' '}
            <a href={l.href(newsPaths.pictures(item.id))}>{t.pictures}</a>
          </p>
        )}
      </PageHeader>
      {preview && <Preview {...props} />}
      <Fields {...props} />
      {item && (state === 'draft' || state === 'scheduled') && (
        <form class="form" method="post" action={l.href(newsPaths.publish(item.id))}>
          <Button variant="secondary">{t.publish}</Button>
        </form>
      )}
      {item && <Hiding {...props} item={item} />}
    </>
  )
}

function Fields({ l, item, typed, errors }: NewsFormPageProps) {
  const texts = textsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <form
      class="form"
      method="post"
      action={l.href(item ? newsPaths.edit(item.id) : newsPaths.begin)}
      noValidate
    >
      <Once />
      <input type="hidden" name="version" value={textIn(typed, 'version')} />
      {(['sv', 'en'] as const).map((language) => (
        <fieldset key={language} class="boxes flow">
          <legend class="legend">{t.inLanguage[language]}</legend>
          <Input {...field(`rubrik-${language}`)} label={t.name} />
          <Textarea {...field(`ingress-${language}`)} label={t.summary} hint={t.summaryHint} rows={3} />
          <Textarea {...field(`text-${language}`)} label={t.body} hint={t.bodyHint} rows={14} />
        </fieldset>
      ))}
      <fieldset class="boxes flow">
        <legend class="legend">{t.when}</legend>
        <ScheduleFields l={l} field={field} />
      </fieldset>
      <div class="row">
        <Button name="gor" value="spara">
          {t.save}
        </Button>
        <Button variant="secondary" name="gor" value="forhandsgranska">
          {t.preview}
        </Button>
      </div>
    </form>
  )
}

function Preview({ l, typed }: NewsFormPageProps) {
  const t = textsOf(l).form
  const written = (['sv', 'en'] as const).filter((language: Language) =>
    ['rubrik', 'ingress', 'text'].some((name) => textIn(typed, `${name}-${language}`) !== ''),
  )
  return (
    <section class="flow" aria-labelledby="forhandsgranskning">
      <h2 id="forhandsgranskning">{t.previewTitle}</h2>
      <p class="subtle" role="status">
        {t.previewNote}
      </p>
      {written.map((language) => (
        <article key={language} class="card narrow" lang={language}>
          <h3>{textIn(typed, `rubrik-${language}`)}</h3>
          <p class="lead">{textIn(typed, `ingress-${language}`)}</p>
          <Markdown text={textIn(typed, `text-${language}`)} level={4} isPicture={isNewsPicture} />
        </article>
      ))}
    </section>
  )
}

function Hiding({ l, item, typed, errors }: NewsFormPageProps & { item: NewsItem }) {
  const texts = textsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  if (item.hiddenAt) {
    return (
      <form class="form" method="post" action={l.href(newsPaths.show(item.id))}>
        <p>{t.isHidden(item.hiddenReason)}</p>
        <Button variant="secondary">{t.show}</Button>
      </form>
    )
  }
  return (
    <section class="flow" aria-labelledby="dolj">
      <h2 id="dolj">{t.hide}</h2>
      <form class="form" method="post" action={l.href(newsPaths.hide(item.id))} noValidate>
        <p>{t.hideHint}</p>
        <Input {...field('skal')} label={t.reason} />
        <Button variant="secondary">{t.hide}</Button>
      </form>
    </section>
  )
}
