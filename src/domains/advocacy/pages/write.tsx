import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input, type Option } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { wordsChanged } from '../text/differences.ts'
import type { Clash } from '../text/merge.ts'
import { joinText } from '../text/paragraphs.ts'
import { textsOf } from '../texts.ts'
import { Runs } from './difference.tsx'
import { FigureChooser } from './figure-chooser.tsx'

export interface WritePageProps {
  l: Locale
  matter: Matter
  typed: Typed
  errors: Record<string, string>
  figures: Option[]
  organisations: string[]
  /** What the text will look like, before it is saved. */
  preview?: string | undefined
  /** Somebody else wrote on the same paragraphs meanwhile. */
  clash?: { clashes: Clash[]; writer: string | null; number: number } | undefined
}

/** Where the drafters write the text. */
export function WritePage(props: WritePageProps) {
  const { l, matter, typed, errors, clash, preview } = props
  const texts = textsOf(l)
  const t = texts.write
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(advocacyPaths.list), label: texts.list.title },
          { href: l.href(advocacyPaths.text(matter.id)), label: matter.title },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      {clash && <Clashes l={l} {...clash} />}
      {preview !== undefined && (
        <section class="flow" aria-labelledby="forhandsvisning">
          <h2 id="forhandsvisning">{t.preview}</h2>
          <p class="field-hint">{t.previewHint}</p>
          <Markdown text={preview} level={3} />
        </section>
      )}
      <form class="form form--wide" method="post" action={l.href(advocacyPaths.write(matter.id))} noValidate>
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Textarea {...field('text')} label={t.text} hint={t.textHint} rows={24} />
        <FigureChooser {...props} />
        <Input {...field('vad')} label={t.note} hint={t.noteHint} />
        <Checkbox
          id="sprakligt"
          name="sprakligt"
          label={t.onlyLanguage}
          checked={textIn(typed, 'sprakligt') !== ''}
        />
        <p class="field-hint">{t.onlyLanguageHint}</p>
        <p class="row">
          <Button name="gor" value="spara">
            {clash ? t.saveAnyway : t.save}
          </Button>
          <Button variant="secondary" name="gor" value="forhandsgranska">
            {t.show}
          </Button>
        </p>
      </form>
    </>
  )
}

/** Both texts, where two people wrote on the same paragraphs. */
function Clashes({ l, clashes, writer, number }: { l: Locale } & NonNullable<WritePageProps['clash']>) {
  const texts = textsOf(l)
  const t = texts.write
  return (
    <Notice tone="warning" role="alert" title={t.clashTitle}>
      <p>{t.clashLead(writer ?? texts.forgotten, number)}</p>
      {clashes.map(({ mine, theirs }, i) => (
        <div key={i} class="clash">
          <section class="flow" aria-label={t.theirs}>
            <h3>{t.theirs}</h3>
            <p class="clash__text">{joinText(theirs) || t.nothing}</p>
          </section>
          <section class="flow" aria-label={t.mine}>
            <h3>{t.mine}</h3>
            <p class="clash__text">{joinText(mine) || t.nothing}</p>
          </section>
          <section class="flow difference" aria-label={t.between}>
            <h3>{t.between}</h3>
            <p class="difference__paragraph">
              <Runs runs={wordsChanged(joinText(theirs), joinText(mine)).runs} />
            </p>
          </section>
        </div>
      ))}
      <p>{t.clashEnd}</p>
    </Notice>
  )
}
