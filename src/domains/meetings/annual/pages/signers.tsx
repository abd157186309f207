import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Select } from '#ui/components/field.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import type { PersonPresent } from '../roll-queries.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

export interface SignersPageProps {
  l: Locale
  meeting: Meeting
  /** Those who can have led the meeting or been chosen to approve. */
  present: PersonPresent[]
  /** How many adjusters the statutes say, and where. */
  adjusters: { value: number; paragraph: number }
  typed: Typed
  errors: Record<string, string>
}

/** Who led an annual meeting and who approves its minutes. */
export function SignersPage({ l, meeting, present, adjusters, typed, errors }: SignersPageProps) {
  const t = textsOf(l)
  const said = (field: string) => errorTexts(errors, t.errors).find((one) => one.field === field)?.message
  const options = [
    { value: '', label: t.signers.choose },
    ...present.map(({ personId, name, from }) => ({ value: String(personId), label: `${name}, ${from}` })),
  ]
  return (
    <MeetingFrame l={l} meeting={meeting} title={t.signers.title} lead={t.signers.lead} errors={errors}>
      <p>{t.signers.rule(adjusters.value, adjusters.paragraph)}</p>
      <form class="form" method="post" action={l.href(annualPaths.signers(annualSlug(meeting)))}>
        <Select
          id="ordforande"
          name="ordforande"
          label={t.signers.chair}
          value={textIn(typed, 'ordforande')}
          options={options}
          error={said('ordforande')}
        />
        {Array.from({ length: adjusters.value }, (_, at) => (
          <Select
            key={at}
            id={`justerare-${at}`}
            name="justerare"
            label={t.signers.adjuster(at + 1)}
            value={textsIn(typed, 'justerare')[at] ?? ''}
            options={options}
            error={said(`justerare-${at}`)}
          />
        ))}
        <Button>{t.signers.save}</Button>
      </form>
    </MeetingFrame>
  )
}
