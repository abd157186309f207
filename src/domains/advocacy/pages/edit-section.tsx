import { Reach, type Routed } from '#domains/questions/index.ts'
import { type Typed, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, type Option } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { isDoable } from '../rules/state.ts'
import type { Section } from '../section-queries.ts'
import { textsOf } from '../texts.ts'

export interface EditSectionPageProps {
  l: Locale
  matter: Matter
  section: Section
  typed: Typed
  errors: Record<string, string>
  /** Whom it reaches; null while the matter is not open to the network. */
  routed: Routed | null
  /** It reaches others than those shown when it was to be sent. */
  changed: boolean
  figures: Option[]
  subjects: Option[]
  done: string | undefined
}

/** Where the drafters mend a section, see whom it reaches and why, and send it. */
export function EditSectionPage(props: EditSectionPageProps) {
  const { l, matter, section, typed, errors, routed, done } = props
  const texts = textsOf(l)
  const t = texts.sections
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(advocacyPaths.list), label: texts.list.title },
          { href: l.href(advocacyPaths.sections(matter.id)), label: matter.title },
        ]}
      />
      <PageHeader title={t.editTitle} />
      <form
        class="form form--wide"
        method="post"
        action={l.href(advocacyPaths.editSection(matter.id, section.id))}
        noValidate
      >
        <Input {...field('rubrik')} label={t.title} hint={t.titleHint} />
        <Textarea {...field('text')} label={t.text} rows={10} />
        <p class="row">
          <Button variant="secondary" name="gor" value="spara">
            {t.save}
          </Button>
          <Button variant="tertiary" name="gor" value="ta-bort">
            {t.remove}
          </Button>
        </p>
      </form>
      {routed && isDoable('send-sections', matter.state) ? (
        <SendForm {...props} routed={routed} />
      ) : (
        <p>{t.openFirst}</p>
      )}
    </>
  )
}

function SendForm({
  l,
  matter,
  section,
  typed,
  routed,
  changed,
  figures,
  subjects,
}: EditSectionPageProps & { routed: Routed }) {
  const t = textsOf(l).sections
  const chosen = [...textsIn(typed, 'nyckeltal'), ...textsIn(typed, 'amne')]
  const labels = [...figures, ...subjects]
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label)
  return (
    <form
      class="form form--wide"
      method="post"
      action={l.href(advocacyPaths.sendSection(matter.id, section.id))}
      noValidate
    >
      <Details summary={t.ties(labels.length > 0 ? l.list(labels) : t.noTies)}>
        <p class="field-hint">{t.tiesHint}</p>
        <Boxes
          id="nyckeltal"
          name="nyckeltal"
          legend={t.figures}
          options={figures}
          chosen={textsIn(typed, 'nyckeltal')}
        />
        <Boxes id="amne" name="amne" legend={t.subjects} options={subjects} chosen={textsIn(typed, 'amne')} />
      </Details>
      <Reach l={l} routed={routed} changed={changed} />
      <p class="row">
        <Button name="gor" value="skicka">
          {t.sendToThem}
        </Button>
        <Button variant="secondary" name="gor" value="visa">
          {t.showReach}
        </Button>
      </p>
    </form>
  )
}
