import { type Typed, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import type { Event } from '../../queries.ts'
import type { Question, Quotas } from '../event-queries.ts'
import { type Chosen, waysOf } from '../forms.ts'
import type { OrganisationToBill } from '../person-queries.ts'
import { textsOf } from '../texts.ts'
import { AboutEvent } from './frame.tsx'
import { QuestionFields } from './question-fields.tsx'
import { Terms } from './terms.tsx'

export interface DetailsPageProps {
  l: Locale
  event: Event
  action: string
  people: Chosen[]
  /** A guest says name and organisation here; everybody else is known. */
  guest: boolean
  /** Whether the reader chose who comes on a page before, and can go back to it. */
  delegation: boolean
  organisations: OrganisationToBill[]
  questions: Question[]
  quotas: Quotas
  keptDays: number
  vat: number
  typed: Typed
  errors: Record<string, string>
}

/** What is to be known of each participant, what it costs, and the button that registers. */
export function DetailsPage(props: DetailsPageProps) {
  const { l, event, action, people, guest, delegation, organisations, questions, typed, errors } = props
  const texts = textsOf(l)
  const t = texts.register
  const field = fieldsOf(typed, errors, texts.errors)
  const [payer] = organisations
  return (
    <AboutEvent l={l} event={event} title={delegation ? t.detailsTitle : t.title}>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <form class="form" method="post" action={action} noValidate>
        {delegation &&
          ['jag', 'kollega', 'andra'].flatMap((name) =>
            textsIn(typed, name).map((value, i) => (
              <input key={`${name}-${i}`} type="hidden" name={name} value={value} />
            )),
          )}
        {guest && (
          <>
            <Input {...field('namn')} label={t.name} autocomplete="name" />
            <p>{t.emailIs(people[0]?.email ?? '')}</p>
            <Input
              {...field('organisationsnamn')}
              label={t.ownOrganisation}
              hint={t.ownOrganisationHint}
              autocomplete="organization"
            />
          </>
        )}
        {organisations.length > 1 && (
          <Select
            {...field('organisation')}
            label={t.organisation}
            options={organisations.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        {people.map(({ name, email }, index) => (
          <fieldset key={email} class="boxes flow">
            <legend class="legend">{delegation ? name : t.oneTitle}</legend>
            {!guest && <p class="subtle">{delegation ? email : `${name}, ${email}`}</p>}
            <QuestionFields
              {...props}
              index={index}
              name={delegation ? name : undefined}
              ways={waysOf(event)}
              waitingList={event.waitingList}
            />
          </fieldset>
        ))}
        {questions.length > 0 && <p>{t.kept(props.keptDays)}</p>}
        <Terms
          l={l}
          event={event}
          payer={organisations.length > 1 ? t.theOrganisation : (payer?.name ?? '')}
          vat={props.vat}
        />
        {event.priceOre > 0 && <Input {...field('referens')} label={t.reference} hint={t.referenceHint} />}
        <p class="row">
          <Button name="steg" value="anmal">
            {t.submit(people.length)}
          </Button>
          {delegation && (
            <Button name="steg" value="tillbaka" variant="tertiary">
              {t.back}
            </Button>
          )}
        </p>
      </form>
    </AboutEvent>
  )
}
