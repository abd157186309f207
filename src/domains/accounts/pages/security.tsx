import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { Input } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { frameTexts } from '#ui/texts.ts'
import type { PasskeyRow } from '../passkey-queries.ts'
import { loginPaths, myPages } from '../paths.ts'
import type { SessionView } from '../session-queries.ts'
import { textsOf } from '../texts.ts'

export interface SecurityPageProps {
  l: Locale
  sessions: SessionView[]
  /** The session of this very request. */
  here: number
  passkeys: PasskeyRow[]
  factorOn: boolean
  /** Key of what was just done. */
  done: string | undefined
}

/** Where one is logged in, and by what means one can be. */
export function SecurityPage(props: SecurityPageProps) {
  const { l, done } = props
  const t = textsOf(l).security
  const notice = done && t.notices[done]
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(myPages), label: frameTexts(l).myPages }]} />
      <Done text={notice} />
      <PageHeader title={t.title} lead={t.lead} />
      <Sessions {...props} />
      <Passkeys {...props} />
      <section class="flow" aria-labelledby="tvasteg">
        <h2 id="tvasteg">{t.factor}</h2>
        <p>{t.factorLead}</p>
        {props.factorOn ? (
          <form method="post" action={l.href(loginPaths.removeSecondFactor)} class="flow">
            <p>{t.factorOn}</p>
            <Button variant="secondary">{t.factorOff}</Button>
          </form>
        ) : (
          <ButtonLink variant="secondary" href={l.href(loginPaths.secondFactor)}>
            {t.factorStart}
          </ButtonLink>
        )}
      </section>
    </>
  )
}

function Sessions({ l, sessions, here }: SecurityPageProps) {
  const t = textsOf(l).security
  const deviceOf = ({ device }: SessionView) => device || t.unknownDevice
  return (
    <section class="flow" aria-labelledby="sessioner">
      <h2 id="sessioner">{t.sessions}</h2>
      <DataTable
        l={l}
        id="sessioner-tabell"
        caption={t.sessions}
        captionHidden
        fit
        rows={sessions}
        rowKey={({ id }) => String(id)}
        mine={({ id }) => id === here}
        columns={[
          {
            key: 'device',
            head: t.device,
            rowHead: true,
            cell: (session) => `${deviceOf(session)}${session.id === here ? ` (${t.here})` : ''}`,
          },
          { key: 'means', head: t.means, cell: ({ means }) => t.meansNames[means] },
          { key: 'seen', head: t.seen, cell: (session) => l.moment(session.last_seen_at) },
          {
            key: 'end',
            head: <span class="sr-only">{t.end}</span>,
            cell: (session) => (
              <form method="post" action={l.href(loginPaths.endSession)}>
                <input type="hidden" name="session" value={session.id} />
                <button
                  class="ds-button"
                  data-variant="tertiary"
                  type="submit"
                  aria-label={t.endOf(deviceOf(session))}
                >
                  {t.end}
                </button>
              </form>
            ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <form method="post" action={l.href(loginPaths.endSession)}>
          <Button variant="secondary" name="session" value="andra">
            {t.endOthers}
          </Button>
        </form>
      )}
    </section>
  )
}

function Passkeys({ l, passkeys }: SecurityPageProps) {
  const t = textsOf(l).security
  return (
    <section class="flow" aria-labelledby="passnycklar">
      <h2 id="passnycklar">{t.passkeys}</h2>
      <p>{t.passkeysLead}</p>
      {passkeys.length === 0 ? (
        <p>{t.noPasskeys}</p>
      ) : (
        <ul class="people">
          {passkeys.map(({ id, name, created_at }) => (
            <li key={id}>
              <p>
                {name}, {t.added(l.date(created_at))}
              </p>
              <form method="post" action={l.href(loginPaths.removePasskey)}>
                <input type="hidden" name="id" value={id} />
                <button class="ds-button" data-variant="tertiary" type="submit" aria-label={t.removeOf(name)}>
                  {t.remove}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <noscript>
        <p>{textsOf(l).login.passkeyNone}</p>
      </noscript>
      <div
        class="flow"
        data-passkey-new
        data-options={l.href(loginPaths.newPasskeyOptions)}
        data-answer={l.href(loginPaths.newPasskey)}
        data-failed={t.passkeyFailed}
        hidden
      >
        <Input id="passkey-name" name="name" label={t.passkeyName} hint={t.passkeyHint} autocomplete="off" />
        <button class="ds-button" type="button" data-variant="secondary">
          {t.addPasskey}
        </button>
        <p role="status" />
      </div>
    </section>
  )
}
