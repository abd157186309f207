import type { ComponentChildren } from 'preact'
import { shortKronor } from '#domains/fees/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { type Definition, DefinitionList } from '#ui/components/definition-list.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { lastFreeDay } from '../../rules/registration.ts'
import { textsOf as eventTexts } from '../../texts.ts'
import { whenOf } from '../../when.ts'
import type { Question, Quotas } from '../event-queries.ts'
import { waysOf } from '../forms.ts'
import type { Participation } from '../invitation.ts'
import { movedUpOn } from '../moved-up-on.ts'
import { registrationPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { AboutEvent } from './frame.tsx'
import { QuestionFields } from './question-fields.tsx'
import { Terms } from './terms.tsx'

export interface OwnPageProps extends Participation {
  l: Locale
  questions: Question[]
  answers: Map<number, string>
  done: string | undefined
  /** The event has begun: nothing can be changed any more. */
  begun: boolean
  vat: number
}

/** What else the participant has use of: the code to check in with, where to follow online, materials. */
export interface OwnPageExtras {
  extras: ComponentChildren
}

/** A participant's own page: where one stands, what to know, and how to change or cancel. */
export function OwnPage(props: OwnPageProps & OwnPageExtras) {
  const { l, event, participant, practical, done, begun, extras } = props
  const t = textsOf(l).own
  const off = event.cancelledAt !== null || participant.state === 'cancelled'
  const text = participant.attends === 'online' ? practical.online : practical.onSite
  return (
    <AboutEvent l={l} event={event} title={event.cancelledAt ? t.eventCancelled : t.title[participant.state]}>
      <Done text={done && t.notices[done]} />
      {event.cancelledAt && (
        <Notice tone="warning">
          <p>{event.cancelReason}</p>
        </Notice>
      )}
      {participant.inLine !== null && !off && <p>{t.inLine(participant.inLine)}</p>}
      <DefinitionList items={factsOf(props)} />
      {participant.state === 'placed' && text && !off && (
        <section class="flow" aria-labelledby="praktiskt">
          <h2 id="praktiskt">{t.practical}</h2>
          <p class="written">{text}</p>
        </section>
      )}
      {participant.state === 'placed' && !event.cancelledAt && extras}
      <Answers {...props} />
      {!off && <Terms l={l} event={ownTerms(props)} payer="" vat={props.vat} />}
      {!off && (
        <p class="row">
          <ButtonLink variant="secondary" href={l.href(registrationPaths.ownCalendar(participant.code))}>
            {t.calendar}
          </ButtonLink>
          {!begun && (
            <>
              <ButtonLink variant="secondary" href={l.href(registrationPaths.change(participant.code))}>
                {t.change}
              </ButtonLink>
              <ButtonLink variant="secondary" href={l.href(registrationPaths.cancel(participant.code))}>
                {t.cancel}
              </ButtonLink>
            </>
          )}
        </p>
      )}
      <p class="row">
        <a href={l.href(eventPaths.event(event.id))}>{t.event}</a>
        {participant.personId === null && (
          <a href={l.href(registrationPaths.forget(participant.code))}>{t.forget}</a>
        )}
      </p>
    </AboutEvent>
  )
}

/** The event as it is for this participant: the price of the booking, and the last free day. */
function ownTerms({ event, participant }: OwnPageProps): Event {
  const { priceOre } = participant
  const cancelBy = lastFreeDay({ cancelBy: event.cancelBy, movedUpOn: movedUpOn(participant) })
  return { ...event, priceOre, cancelBy }
}

function factsOf({ l, event, participant, practical }: OwnPageProps): Definition[] {
  const texts = textsOf(l)
  const t = texts.own
  const words = eventTexts(l)
  const online = participant.attends === 'online'
  const placed = participant.state === 'placed' && !event.cancelledAt
  return [
    { term: texts.office.name, meaning: participant.name },
    ...(participant.organisationName
      ? [{ term: t.organisation, meaning: participant.organisationName }]
      : []),
    { term: words.event.when, meaning: whenOf(event, l) },
    { term: t.attends, meaning: texts.attends[participant.attends] },
    ...(online
      ? placed
        ? [
            {
              term: t.link,
              meaning: practical.onlineAddress ? (
                <a href={practical.onlineAddress}>{practical.onlineAddress}</a>
              ) : (
                t.linkLater
              ),
            },
          ]
        : []
      : [{ term: words.event.where, meaning: event.place }]),
    ...(participant.priceOre > 0
      ? [{ term: words.event.price, meaning: shortKronor(l, participant.priceOre) }]
      : []),
    { term: t.booked, meaning: l.moment(participant.registeredAt) },
  ]
}

function Answers({ l, questions, answers, participant, practical }: OwnPageProps) {
  const texts = textsOf(l)
  if (questions.length === 0 || participant.state === 'cancelled') return null
  const said: Record<string, string> = { ja: texts.register.yes, nej: texts.register.no }
  return (
    <section class="flow" aria-labelledby="svar">
      <h2 id="svar">{texts.own.answers}</h2>
      <DefinitionList
        items={questions.map(({ id, kind, sv, en }) => {
          const answer = answers.get(id)
          return {
            term: l.language === 'en' && en ? en : sv,
            meaning:
              answer === undefined
                ? texts.own.noAnswer
                : kind === 'yes-no'
                  ? (said[answer] ?? answer)
                  : answer,
          }
        })}
      />
      <p class="subtle">{texts.register.kept(practical.answersKeptDays)}</p>
    </section>
  )
}

/** Changes what a participant has said. */
export function ChangePage(
  props: OwnPageProps & { quotas: Quotas; typed: Typed; errors: Record<string, string> },
) {
  const { l, event, participant, practical, questions, typed, errors } = props
  const texts = textsOf(l)
  const t = texts.own
  return (
    <AboutEvent l={l} event={event} title={t.changeTitle}>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <form class="form" method="post" action={l.href(registrationPaths.change(participant.code))} noValidate>
        <Input
          {...fieldsOf(typed, errors, texts.errors)('namn')}
          value={textIn(typed, 'namn')}
          label={texts.register.name}
        />
        <QuestionFields
          {...props}
          index={0}
          name={undefined}
          ways={waysOf(event)}
          waitingList={event.waitingList && participant.state === 'waiting'}
        />
        {questions.length > 0 && <p>{texts.register.kept(practical.answersKeptDays)}</p>}
        <p class="row">
          <Button>{t.save}</Button>
          <a href={l.href(registrationPaths.own(participant.code))}>{t.keep}</a>
        </p>
      </form>
    </AboutEvent>
  )
}

/** What it costs to come no more, where places cost. */
export function CancelCosts({ l, event, participant, free }: CancelPageProps) {
  const t = textsOf(l).own
  if (participant.priceOre === 0) return null
  if (free) return <p>{t.cancelFree}</p>
  return (
    <Notice tone="warning">
      <p>{t.cancelCosts(shortKronor(l, participant.priceOre), l.date(event.cancelBy ?? ''))}</p>
    </Notice>
  )
}

export interface CancelPageProps extends Pick<Participation, 'event' | 'participant'> {
  l: Locale
  free: boolean
}

/** Asks once more before a place goes to somebody else. */
export function CancelPage({ l, event, participant, free }: CancelPageProps) {
  const t = textsOf(l).own
  const title = toldIn(event.texts, l)?.text.title ?? ''
  return (
    <AboutEvent l={l} event={event} title={t.cancelTitle}>
      <p>{t.for(participant.name)}</p>
      <p>{t.cancelLead(title, whenOf(event, l))}</p>
      <CancelCosts {...{ l, event, participant, free }} />
      <form class="form" method="post" action={l.href(registrationPaths.cancel(participant.code))}>
        <p class="row">
          <Button>{t.confirmCancel}</Button>
          <a href={l.href(registrationPaths.own(participant.code))}>{t.keep}</a>
        </p>
      </form>
    </AboutEvent>
  )
}
