import { can, loginPaths, type Role, roleName } from '#domains/accounts/index.ts'
import { invoicing } from '#domains/fees/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import type { Actor, Happening, WaitingItem } from '#platform/http/context.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { representativePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { Urgency } from '../waiting-groups.ts'
import { Happened, Waiting } from './my-day.tsx'

export interface MyPageProps {
  l: Locale
  actor: Actor
  waiting: { urgency: Urgency; items: WaitingItem[] }[]
  /** The newest first. */
  happened: Happening[]
  /** Not only the newest. */
  allHappened: boolean
  /** Seats that the association counts on and nobody sits on, of organisations whose people I manage. */
  vacant: { code: string; role: Role }[]
  seats: { seatId: number; organisationCode: string; role: Role }[]
  done: string | undefined
}

/** The front page of somebody who has logged in. */
export function MyPage(props: MyPageProps) {
  const { l, actor, done } = props
  const t = textsOf(l).mine
  const notice = done && t.notices[done]
  return (
    <>
      <Done text={notice} />
      <PageHeader title={t.title(actor.name.split(' ')[0] ?? actor.name)} lead={t.lead} />
      <Waiting {...props} />
      <Happened {...props} />
      <Organisations {...props} />
      <section class="flow" aria-labelledby="du">
        <h2 id="du">{t.you}</h2>
        <ul>
          {can(actor, 'network.use') && (
            <>
              <li>
                <a href={l.href('/kontakter')}>{t.contacts}</a>
              </li>
              <li>
                <a href={l.href('/mina-sidor/exempel')}>{t.examples}</a>
              </li>
              <li>
                <a href={l.href('/mina-sidor/nyheter/forslag')}>{t.propose}</a>
              </li>
            </>
          )}
          {Object.values(t.links).map(([href = '', label]) => (
            <li key={href}>
              <a href={l.href(href)}>{label}</a>
            </li>
          ))}
          {actor.roles.some(({ role }) => role === 'applicant') && (
            <li>
              <a href={l.href('/ansokan')}>{t.application}</a>
            </li>
          )}
          {can(actor, 'applications.read') && (
            <li>
              <a href={l.href('/expertgrupp')}>{t.experts}</a>
            </li>
          )}
          {can(actor, 'board.read') && (
            <li>
              <a href={l.href('/styrelse')}>{t.board}</a>
            </li>
          )}
          {can(actor, 'desk.use') && (
            <li>
              <a href={l.href(representativePaths.desk)}>{t.desk}</a>
            </li>
          )}
          {can(actor, 'fees.read') && (
            <li>
              <a href={l.href('/kansli/avgifter')}>{t.fees}</a>
            </li>
          )}
          {can(actor, 'audit.read') && (
            <li>
              <a href={l.href(loginPaths.audit)}>{t.log}</a>
            </li>
          )}
        </ul>
        <form method="post" action={l.href(loginPaths.logout)}>
          <Button variant="secondary">{t.logout}</Button>
        </form>
      </section>
    </>
  )
}

function Organisations({ l, actor, vacant, seats }: MyPageProps) {
  const t = textsOf(l).mine
  const codes = [...new Set(actor.roles.map(({ organisationCode }) => organisationCode))]
  return (
    <section class="flow" aria-labelledby="uppdrag">
      <h2 id="uppdrag">{t.organisations}</h2>
      {codes.length === 0 && <p>{t.none}</p>}
      {codes.map((code) => {
        const held = actor.roles.filter(({ organisationCode }) => organisationCode === code)
        const empty = vacant.filter((seat) => seat.code === code)
        const mine = seats.filter(({ organisationCode }) => organisationCode === code)
        const subject = { organisationCode: code }
        return (
          <div key={code} class="card flow">
            <h3>{held[0]?.organisationName}</h3>
            <p>{l.list(held.map(({ role }) => roleName(role, l)))}</p>
            {empty.length > 0 && (
              <p>
                <Tag tone="warning">{t.vacant(l.list(empty.map(({ role }) => roleName(role, l))))}</Tag>
              </p>
            )}
            <ul>
              {/^\d{4}$/.test(code) && (
                <li>
                  <a href={l.href(organisationPaths.profile(code))}>{t.public}</a>
                </li>
              )}
              {can(actor, 'people.see', subject) && (
                <li>
                  <a href={l.href(representativePaths.people(code))}>{t.people}</a>
                </li>
              )}
              {can(actor, 'organisation.edit', subject) && (
                <li>
                  <a href={l.href(`/mina-sidor/organisation/${code}`)}>{t.profile}</a>
                </li>
              )}
              {/^\d{4}$/.test(code) && can(actor, 'reports.write', subject) && (
                <li>
                  <a href={l.href('/rapportera')}>{t.report}</a>
                </li>
              )}
              {/^\d{4}$/.test(code) && can(actor, 'own-figures.edit', subject) && (
                <li>
                  <a href={l.href(`/rapportera/${code}/egna`)}>{t.ownFigures}</a>
                </li>
              )}
              {invoicing && /^\d{4}$/.test(code) && can(actor, 'invoices.see', subject) && (
                <li>
                  <a href={l.href(`/mina-sidor/fakturor/${code}`)}>{t.invoices}</a>
                </li>
              )}
              {can(actor, 'people.see', subject) &&
                mine.map(({ seatId, role }) => (
                  <li key={seatId}>
                    <a href={l.href(representativePaths.handover(seatId))}>
                      {t.handover}: {roleName(role, l)}
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
