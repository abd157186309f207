import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Input, type Option, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Once } from '#ui/components/once.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

/** A motion to write: why, and what the meeting should decide. */
export function MotionFormPage({
  l,
  meeting,
  organisations,
  typed,
  errors,
}: {
  l: Locale
  meeting: Meeting
  /** The members that the writer speaks for. */
  organisations: Option[]
  typed: Typed
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.motions
  const field = fieldsOf(typed, errors, texts.errors)
  const year = annualSlug(meeting)
  return (
    <MeetingFrame
      l={l}
      meeting={meeting}
      title={t.new}
      lead={t.newLead}
      errors={errors}
      madeUp={false}
      steps={[{ href: l.href(annualPaths.motions(year)), label: t.title }]}
    >
      <form class="form" method="post" action={l.href(annualPaths.newMotion(year))} noValidate>
        <Once />
        {organisations.length > 1 ? (
          <Select
            {...field('medlem')}
            value={textIn(typed, 'medlem')}
            label={t.organisation}
            options={organisations}
          />
        ) : (
          <p>{organisations.map(({ label }) => t.from(label))}</p>
        )}
        <Input {...field('rubrik')} label={t.heading} />
        <Textarea {...field('text')} label={t.text} hint={t.textHint} rows={12} />
        <Textarea {...field('yrkanden')} label={t.demands} hint={t.demandsHint} rows={5} />
        <Button>{t.handIn}</Button>
      </form>
    </MeetingFrame>
  )
}
