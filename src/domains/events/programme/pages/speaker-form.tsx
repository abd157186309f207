import type { Typed } from '#platform/http/form.ts'
import { textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, FileInput, Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { titleOf } from '../../asking.ts'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { programmePaths } from '../paths.ts'
import type { Speaker } from '../queries.ts'
import { programmeTexts } from '../texts.ts'

export interface SpeakerPageProps {
  l: Locale
  event: Event
  /** Undefined for a new one. */
  speaker: Speaker | undefined
  typed: Typed
  errors: Record<string, string>
}

/** A speaker to be added or changed, with a portrait if there is consent. */
export function SpeakerPage({ l, event, speaker, typed, errors }: SpeakerPageProps) {
  const texts = programmeTexts(l)
  const t = texts.speaker
  const field = fieldsOf(typed, errors, texts.errors)
  const box = (name: string) => ({ ...field(name), value: '1', checked: textIn(typed, name) !== '' })
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
      <PageHeader title={speaker ? t.title : t.newTitle} lead={t.lead} />
      <form
        class="form"
        method="post"
        action={l.href(
          speaker ? programmePaths.speaker(event.id, speaker.id) : programmePaths.newSpeaker(event.id),
        )}
        enctype="multipart/form-data"
        noValidate
      >
        <Input {...field('namn')} label={t.name} />
        <Input {...field('titel')} label={t.work} />
        <Input {...field('organisation')} label={t.organisation} />
        <Input {...field('epost')} type="email" label={t.email} hint={t.emailHint} />
        <Textarea {...field('om-sv')} label={t.aboutSv} />
        <Textarea {...field('om-en')} label={t.aboutEn} />
        {speaker?.portraitSince && (
          <>
            <p>
              <img
                class="portrait"
                src={programmePaths.portrait(speaker.id)}
                alt={texts.timetable.portrait(speaker.name)}
              />
            </p>
            <p>{t.portraitNow(l.date(speaker.portraitSince))}</p>
            <Checkbox {...box('ta-bort-bild')} label={t.removePortrait} />
          </>
        )}
        <FileInput
          {...field('portratt')}
          label={t.portrait}
          hint={t.portraitHint}
          accept=".png,.jpg,.jpeg,.webp"
        />
        <Checkbox {...box('samtycke')} label={t.consent} hint={t.consentHint} />
        <Button>{t.save}</Button>
      </form>
      {speaker && (
        <form method="post" action={l.href(programmePaths.removeSpeaker(event.id, speaker.id))}>
          <Button variant="tertiary">{t.remove}</Button>
        </form>
      )}
    </>
  )
}
