import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Event } from '../../queries.ts'
import { registrationPaths } from '../paths.ts'
import type { OrganisationToBill } from '../person-queries.ts'
import { textsOf } from '../texts.ts'
import type { Colleague } from '../who.ts'
import { AboutEvent } from './frame.tsx'

export interface PersonsPageProps {
  l: Locale
  event: Event
  myName: string
  organisations: OrganisationToBill[]
  colleagues: Map<string, Colleague[]>
  typed: Typed
  errors: Record<string, string>
}

/** The first step of a delegation: who comes. */
export function PersonsPage(props: PersonsPageProps) {
  const { l, event, myName, organisations, colleagues, typed, errors } = props
  const texts = textsOf(l)
  const t = texts.register
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <AboutEvent l={l} event={event} title={t.whoTitle}>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <p>{t.whoLead}</p>
      <form class="form" method="post" action={l.href(registrationPaths.register(event.id))} noValidate>
        {organisations.length > 1 && (
          <Select
            {...field('organisation')}
            label={t.organisation}
            options={organisations.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <Checkbox
          {...field('jag')}
          value="1"
          checked={textIn(typed, 'jag') !== ''}
          label={t.myself(myName)}
        />
        {[...colleagues].map(
          ([code, people]) =>
            people.length > 0 && (
              <Boxes
                key={code}
                id={`kollega-${code}`}
                name="kollega"
                legend={t.colleagues(organisations.find((one) => one.code === code)?.name ?? '')}
                options={people.map(({ personId, name }) => ({ value: String(personId), label: name }))}
                chosen={textsIn(typed, 'kollega')}
              />
            ),
        )}
        <Textarea {...field('andra')} label={t.others} hint={t.othersHint} rows={4} />
        <Button name="steg" value="vilka">
          {t.next}
        </Button>
      </form>
    </AboutEvent>
  )
}
