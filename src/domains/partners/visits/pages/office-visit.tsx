import { contactPaths } from '#domains/contacts/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { reasonWords } from '#domains/questions/index.ts'
import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { type Option, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { officeTextsOf } from '../../office-texts.ts'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import type { Visit } from '../queries.ts'
import type { Suggestion } from '../suggest.ts'
import { VisitFacts } from './visit-facts.tsx'

export interface OfficeVisitPageProps {
  l: Locale
  visit: Visit
  suggestions: Suggestion[]
  /** Whom the secretariat can name as the host. */
  receivers: Option[]
  isOpen: boolean
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** One wish to visit: who could receive it and why, and the secretariat's own answers. */
export function OfficeVisitPage(props: OfficeVisitPageProps) {
  const { l, visit, isOpen, errors, done } = props
  const texts = officeTextsOf(l)
  const t = texts.visits
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(partnerPaths.office), label: texts.office.title },
          { href: l.href(partnerPaths.visits), label: t.title },
        ]}
      />
      <PageHeader eyebrow={t.states[visit.state]} title={visit.organisation} />
      <VisitFacts l={l} visit={visit} />
      {visit.hosts.length > 0 && (
        <section class="flow" aria-labelledby="fragade">
          <h2 id="fragade">{t.hosts}</h2>
          <ul>
            {visit.hosts.map(({ personId, name, organisation, state, note }) => (
              <li key={personId}>
                {name}, <a href={l.href(organisationPaths.profile(organisation.code))}>{organisation.name}</a>{' '}
                <Tag>{t.hostStates[state]}</Tag> {note}
              </li>
            ))}
          </ul>
        </section>
      )}
      {visit.reply && (
        <section class="flow" aria-labelledby="svarade">
          <h2 id="svarade">{t.reply}</h2>
          <p class="written">{visit.reply}</p>
        </section>
      )}
      {isOpen && (
        <>
          <Suggestions {...props} />
          <Answers {...props} />
        </>
      )}
    </>
  )
}

/** The members that fit, each person with the reasons; the best one of each member is ticked already. */
function Suggestions({ l, visit, suggestions, typed, errors }: OfficeVisitPageProps) {
  const texts = officeTextsOf(l)
  const t = texts.visits
  const chosen = textsIn(typed, 'person')
  const first = visit.state === 'waiting' && chosen.length === 0 ? suggestions.slice(0, 2) : []
  const error = errors['person-0']
  return (
    <section class="flow" aria-labelledby="forslag">
      <h2 id="forslag">{t.suggestions}</h2>
      {suggestions.length === 0 ? (
        <p>
          {t.noSuggestions} <a href={l.href(contactPaths.search)}>{t.contacts}</a>
        </p>
      ) : (
        <form class="form" method="post" action={l.href(partnerPaths.askHosts(visit.id))} noValidate>
          <p>{t.suggestionsLead}</p>
          {suggestions.map(({ code, name, people }, i) => (
            <Boxes
              key={code}
              id={i === 0 ? 'person' : `person-${code}`}
              name="person"
              legend={name}
              error={i === 0 && error ? texts.errors[error] : undefined}
              chosen={[...chosen, ...first.flatMap((one) => String(one.people[0]?.personId ?? ''))]}
              options={people.map(({ personId, name: person, title, reasons, madeUp }) => ({
                value: String(personId),
                label: `${[person, title].filter(Boolean).join(', ')}${madeUp ? ` (${textsOf(l).madeUp})` : ''}`,
                hint: l.list(reasonWords(reasons, { l, voice: 'others' })),
              }))}
            />
          ))}
          <Button>{t.ask}</Button>
        </form>
      )}
    </section>
  )
}

/** The secretariat answers by itself. */
function Answers({ l, visit, receivers, typed, errors }: OfficeVisitPageProps) {
  const texts = officeTextsOf(l)
  const t = texts.visits
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <section class="flow" aria-labelledby="ta-emot">
        <h2 id="ta-emot">{t.acceptTitle}</h2>
        <form class="form" method="post" action={l.href(partnerPaths.acceptForAll(visit.id))} noValidate>
          <Select {...field('vard')} label={t.receiver} options={receivers} />
          <Textarea {...field('svar')} label={t.reply} hint={t.acceptHint} rows={5} />
          <Button variant="secondary">{t.accept}</Button>
        </form>
      </section>
      <section class="flow" aria-labelledby="nej-rubrik">
        <h2 id="nej-rubrik">{t.declineTitle}</h2>
        <form class="form" method="post" action={l.href(partnerPaths.declineForAll(visit.id))} noValidate>
          <Textarea
            {...field('nej')}
            name="svar"
            value={textIn(typed, 'nej')}
            label={t.reply}
            hint={t.declineHint}
            rows={4}
          />
          <Button variant="secondary">{t.decline}</Button>
        </form>
      </section>
    </>
  )
}
