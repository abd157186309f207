import { localOf } from '#platform/days.ts'
import type { Locale } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import type { Event } from '../../queries.ts'
import { admit, closedBecause, freeIn, type Quota } from '../../rules/registration.ts'
import type { Quotas } from '../event-queries.ts'
import { waysOf } from '../forms.ts'
import { registrationPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface RegistrationBoxProps {
  l: Locale
  event: Event
  quotas: Quotas
  now: Date
  /** The code of the reader's own registration. */
  mine: string | undefined
  loggedIn: boolean
}

/** On the page of an event: what is left, until when, and the way to register. */
export function RegistrationBox({ l, event, quotas, now, mine, loggedIn }: RegistrationBoxProps) {
  const texts = textsOf(l)
  const t = texts.box
  const closed = closedBecause(event, now)
  const ways = waysOf(event)
  const states = ways.map((way) => admit(quotas[way], event.waitingList))
  const over = localOf(event.endsAt).day < localOf(now).day
  if (over && !mine) return null
  const open = closed === null && states.some((state) => state !== 'full')
  return (
    <section class="flow narrow" aria-labelledby="anmalan">
      <h2 id="anmalan">{t.title}</h2>
      {mine && (
        <p>
          <ButtonLink href={l.href(registrationPaths.own(mine))}>{t.mine}</ButtonLink>
        </p>
      )}
      {closed === 'too-late' && event.registerBy ? <p>{t.closed(l.date(event.registerBy))}</p> : null}
      {closed === 'begun' && !over && <p>{t.begun}</p>}
      {closed === null && (
        <>
          {ways.map((way) => (
            <p key={way}>
              {ways.length > 1 && `${texts.attends[way]}: `}
              {leftOf(l, quotas[way], event.waitingList)}
            </p>
          ))}
          {event.registerBy && <p>{t.lastDay(l.date(event.registerBy))}</p>}
        </>
      )}
      {open && !mine && (
        <>
          {!loggedIn && (
            <p>{event.guestsAllowed ? t.guests : event.openTo === 'members' ? t.membersOnly : t.logIn}</p>
          )}
          <p>
            <ButtonLink href={l.href(registrationPaths.register(event.id))}>
              {states.includes('placed') ? t.register : t.registerWaiting}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  )
}

function leftOf(l: Locale, quota: Quota, waitingList: boolean): string {
  const t = textsOf(l).box
  const free = quota.waiting > 0 ? 0 : freeIn(quota)
  if (!Number.isFinite(free)) return t.unlimited
  if (free > 0) return t.free(free)
  return waitingList ? t.fullWaiting(quota.waiting) : t.full
}
