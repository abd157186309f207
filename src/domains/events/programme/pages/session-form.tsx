import { type Typed, textsIn } from '#platform/http/form.ts'
import { type Locale, languages } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { titleOf } from '../../asking.ts'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { whenOf } from '../../when.ts'
import { programmePaths } from '../paths.ts'
import type { Session, Speaker } from '../queries.ts'
import { programmeTexts } from '../texts.ts'

export interface SessionPageProps {
  l: Locale
  event: Event
  /** Undefined for a new one. */
  session: Session | undefined
  speakers: Speaker[]
  typed: Typed
  errors: Record<string, string>
}

/** A session to be written or changed. */
export function SessionPage({ l, event, session, speakers, typed, errors }: SessionPageProps) {
  const texts = programmeTexts(l)
  const t = texts.session
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(eventPaths.edit(event.id)), label: titleOf(event, l) },
          { href: l.href(programmePaths.office(event.id)), label: texts.office.title },
        ]}
      />
      <PageHeader title={session ? t.title : t.newTitle} lead={t.lead(whenOf(event, l))} />
      <form
        class="form"
        method="post"
        action={l.href(
          session ? programmePaths.session(event.id, session.id) : programmePaths.newSession(event.id),
        )}
        noValidate
      >
        <Input {...field('dag')} type="date" label={t.day} />
        <Input {...field('fran')} type="time" label={t.from} hint={t.timeHint} />
        <Input {...field('till')} type="time" label={t.to} />
        {event.form !== 'online' && <Input {...field('lokal')} label={t.room} hint={t.roomHint} />}
        {event.form !== 'on-site' && <Input {...field('lank')} label={t.link} hint={t.linkHint} />}
        {speakers.length > 0 && (
          <Boxes
            id="medverkande"
            name="medverkande"
            legend={t.speakers}
            options={speakers.map(({ id, name }) => ({ value: String(id), label: name }))}
            chosen={textsIn(typed, 'medverkande')}
          />
        )}
        {languages.map((language) => (
          <fieldset key={language} class="boxes flow">
            <legend class="legend">{t.inLanguage[language]}</legend>
            <Input {...field(`rubrik-${language}`)} label={t.name} />
            <Textarea {...field(`beskrivning-${language}`)} label={t.description} hint={t.descriptionHint} />
          </fieldset>
        ))}
        <Button>{t.save}</Button>
      </form>
      {session && (
        <form method="post" action={l.href(programmePaths.removeSession(event.id, session.id))}>
          <Button variant="tertiary">{t.remove}</Button>
        </form>
      )}
    </>
  )
}
