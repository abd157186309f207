import { type Typed, textIn } from '#platform/http/form.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { FileInput, Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { titleOf } from '../../asking.ts'
import { eventPaths } from '../../paths.ts'
import type { Session } from '../../programme/queries.ts'
import type { Event } from '../../queries.ts'
import { textsOf } from '../../texts.ts'
import { materialPaths } from '../paths.ts'
import type { Material } from '../queries.ts'
import { materialAudiences } from '../rules.ts'
import { materialTexts } from '../texts.ts'
import { MaterialLine } from './materials.tsx'

export interface MaterialsPageProps {
  l: Locale
  event: Event
  materials: Material[]
  sessions: Session[]
  typed: Typed
  errors: Record<string, string>
  /** Whether the form that came back is the one for recordings. */
  recording?: boolean
  done: string | undefined
}

/** What is shared after an event, and the two forms that share more. */
export function MaterialsPage(props: MaterialsPageProps) {
  const { l, event, materials, typed, errors, recording = false, done } = props
  const texts = materialTexts(l)
  const t = texts.office
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(prefixed(errors, recording), texts.errors)} />
      <Done text={done && t.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(eventPaths.office), label: textsOf(l).office.title },
          { href: l.href(eventPaths.edit(event.id)), label: titleOf(event, l) },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      <section class="flow" aria-labelledby="upplagt">
        <h2 id="upplagt">{t.uploaded}</h2>
        {materials.length === 0 && <p class="subtle">{t.none}</p>}
        <ul class="people">
          {materials.map((material) => (
            <li key={material.id}>
              <div>
                <MaterialLine l={l} eventId={event.id} material={material} open />
                <p class="subtle">
                  {texts.audiences[material.openTo]}, {toldIn(material.session, l)?.text ?? texts.shown.whole}
                </p>
              </div>
              <form method="post" action={l.href(materialPaths.remove(event.id, material.id))}>
                <Button variant="tertiary" label={t.removeWhat(material.title)}>
                  {t.remove}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      </section>
      <section class="flow" aria-labelledby="dokument">
        <h2 id="dokument">{t.document}</h2>
        <form
          class="form"
          method="post"
          action={l.href(materialPaths.document(event.id))}
          enctype="multipart/form-data"
          noValidate
        >
          <FileInput {...field('fil')} label={t.file} hint={t.fileHint} accept=".pdf,.docx,.odt" />
          <Common {...props} prefix="dokument" mine={!recording} />
          <Button>{t.upload}</Button>
        </form>
      </section>
      <section class="flow" aria-labelledby="inspelning">
        <h2 id="inspelning">{t.recording}</h2>
        <form class="form" method="post" action={l.href(materialPaths.recording(event.id))} noValidate>
          <Input {...field('adress')} label={t.address} hint={t.addressHint} />
          <Boxes
            id="textad"
            name="textad"
            kind="radio"
            legend={t.captioned}
            hint={t.captionedHint}
            error={field('textad').error}
            options={[
              { value: 'ja', label: t.yes },
              { value: 'nej', label: t.no },
            ]}
            chosen={[textIn(typed, 'textad')]}
          />
          <Common {...props} prefix="inspelning" mine={recording} />
          <Button variant="secondary">{t.link}</Button>
        </form>
      </section>
    </>
  )
}

const inBoth = ['vad', 'pass', 'oppet']

/** The ids of the fields that stand in both forms, where the error summary leads. */
function prefixed(errors: Record<string, string>, recording: boolean): Record<string, string> {
  const form = recording ? 'inspelning' : 'dokument'
  return Object.fromEntries(
    Object.entries(errors).map(([name, key]) => [inBoth.includes(name) ? `${form}-${name}` : name, key]),
  )
}

/** The fields of both forms; only the form that came back shows what was typed. */
function Common(props: MaterialsPageProps & { prefix: string; mine: boolean }) {
  const { l, sessions, typed, errors, prefix, mine } = props
  const texts = materialTexts(l)
  const t = texts.office
  const fieldOf = fieldsOf(mine ? typed : {}, mine ? errors : {}, texts.errors)
  const field = (name: string) => ({ ...fieldOf(name), id: `${prefix}-${name}` })
  return (
    <>
      <Input {...field('vad')} label={t.name} hint={t.nameHint} />
      {sessions.length > 0 && (
        <Select
          {...field('pass')}
          label={t.session}
          options={[
            { value: '', label: texts.shown.whole },
            ...sessions.map((session) => ({
              value: String(session.id),
              label: toldIn(session.texts, l)?.text.title ?? '',
            })),
          ]}
        />
      )}
      <Select
        {...field('oppet')}
        label={t.openTo}
        options={materialAudiences.map((value) => ({ value, label: texts.audiences[value] }))}
      />
    </>
  )
}
