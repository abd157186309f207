import { type Typed, textIn } from '#platform/http/form.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Demand } from '../demand-queries.ts'
import type { Endorsement } from '../endorsement-queries.ts'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import type { ParagraphChange } from '../text/differences.ts'
import { textsOf } from '../texts.ts'
import { Difference } from './difference.tsx'

export interface EndorsePageProps {
  l: Locale
  matter: Matter
  organisation: { code: string; name: string }
  /** The version that is read here. */
  version: number
  /** Its text, with its key figures drawn. */
  text: string
  demands: Demand[]
  /** How the organisation stood behind an earlier version, and what has changed since. */
  earlier: { endorsement: Endorsement; changes: ParagraphChange[] } | null
  typed: Typed
  errors: Record<string, string>
}

/** Where an organisation reads the text and stands behind it, or behind what it has become. */
export function EndorsePage(props: EndorsePageProps) {
  const { l, matter, organisation, version, text, demands, earlier, errors } = props
  const texts = textsOf(l)
  const t = texts.endorse
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(advocacyPaths.list), label: texts.list.title },
          { href: l.href(advocacyPaths.matter(matter.id, matter.title)), label: matter.title },
        ]}
      />
      <PageHeader
        title={earlier ? t.confirmTitle(organisation.name) : t.title(organisation.name)}
        lead={earlier ? t.confirmLead(earlier.endorsement.version, version) : t.lead}
      />
      {earlier && (
        <section class="flow" aria-labelledby="andrat">
          <h2 id="andrat">{t.changed}</h2>
          <Difference l={l} changes={earlier.changes} />
        </section>
      )}
      <section class="flow" aria-labelledby="texten">
        <h2 id="texten">{t.text(version)}</h2>
        <div class="flow" lang={otherLanguage(matter.language, l)}>
          <Markdown text={text} level={3} />
          {demands.length > 0 && (
            <>
              <h3>{texts.demands.title}</h3>
              <ol>
                {demands.map((demand) => (
                  <li key={demand.id}>{demand.text}</li>
                ))}
              </ol>
            </>
          )}
        </div>
      </section>
      {earlier ? <ConfirmForm {...props} /> : <EndorseForm {...props} />}
    </>
  )
}

function EndorseForm({ l, matter, organisation, version, typed, errors }: EndorsePageProps) {
  const texts = textsOf(l)
  const t = texts.endorse
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <form
      class="form"
      method="post"
      action={l.href(advocacyPaths.endorse(matter.id, organisation.code))}
      noValidate
    >
      <input type="hidden" name="version" value={textIn(typed, 'version') || version} />
      <Input {...field('beslutat')} label={t.decidedBy} hint={t.decidedByHint} />
      <Input {...field('dag')} type="date" label={t.decidedOn} />
      <Input {...field('delegation')} label={t.delegation} hint={t.delegationHint} />
      <p class="field-hint">{t.formHint}</p>
      <Button>{t.send(organisation.name)}</Button>
    </form>
  )
}

function ConfirmForm({ l, matter, organisation, version, earlier }: EndorsePageProps) {
  const t = textsOf(l).endorse
  return (
    <>
      {earlier && (
        <Notice>
          <p>
            {t.stands(
              earlier.endorsement.version,
              earlier.endorsement.decidedBy,
              l.date(earlier.endorsement.decidedOn),
            )}
          </p>
        </Notice>
      )}
      <form
        class="form"
        method="post"
        action={l.href(advocacyPaths.confirm(matter.id, organisation.code))}
        noValidate
      >
        <input type="hidden" name="version" value={version} />
        <Button>{t.confirm(organisation.name)}</Button>
      </form>
    </>
  )
}
