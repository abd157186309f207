import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import type { Event } from '../../queries.ts'
import { registrationPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { AboutEvent } from './frame.tsx'
import { CancelCosts, type OwnPageProps } from './own.tsx'

export interface ForgetPageProps extends OwnPageProps {
  /** Whether there is a place, or one in line, to give up with it. */
  cancels: boolean
  /** Whether that costs nothing. */
  free: boolean
  /** Years after which all is forgotten anyway. */
  keptYears: number
}

/** Asks once more before somebody without an account is forgotten. */
export function ForgetPage(props: ForgetPageProps) {
  const { l, event, participant, practical, cancels, keptYears } = props
  const t = textsOf(l).own
  return (
    <AboutEvent l={l} event={event} title={t.forgetTitle}>
      <p>{t.for(participant.name)}</p>
      <p>{t.forgetLead}</p>
      {cancels && <p>{t.forgetCancels}</p>}
      {cancels && <CancelCosts {...props} />}
      <p>{t.forgetKeeps}</p>
      {event.kind === 'training' && <p>{t.forgetCertificate}</p>}
      <p class="subtle">{t.forgetOtherwise(practical.answersKeptDays, keptYears)}</p>
      <form class="form" method="post" action={l.href(registrationPaths.forget(participant.code))}>
        <p class="row">
          <Button>{t.confirmForget}</Button>
          <a href={l.href(registrationPaths.own(participant.code))}>{t.keepAll}</a>
        </p>
      </form>
    </AboutEvent>
  )
}

/** Says that it is done: the address that led here answers no more. */
export function ForgottenPage({ l, event }: { l: Locale; event: Event }) {
  const t = textsOf(l).own
  return (
    <AboutEvent l={l} event={event} title={t.forgotten}>
      <p>{t.forgottenLead}</p>
    </AboutEvent>
  )
}
