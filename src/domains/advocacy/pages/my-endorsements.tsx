import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Notice } from '#ui/components/notice.tsx'
import type { Endorsement } from '../endorsement-queries.ts'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { Voice } from '../voice.ts'

export interface MyEndorsementsProps {
  l: Locale
  matter: Matter
  voice: Voice
  /** Organisations that the reader may endorse for. */
  mine: { code: string; name: string }[]
  /** The number of the last version; null while nothing is written. */
  latest: number | null
}

/** How the reader's own organisations stand to a text, and what they can do. */
export function MyEndorsements({ l, matter, voice, mine, latest }: MyEndorsementsProps) {
  const t = textsOf(l).endorse
  if (latest === null || mine.length === 0) return null
  return (
    <>
      {mine.map(({ code, name }) => {
        const isOf = (one: Endorsement) => one.code === code
        const [standing, earlier] = [voice.standing.find(isOf), voice.toConfirm.find(isOf)]
        const address = l.href(advocacyPaths.endorse(matter.id, code))
        if (standing) {
          return (
            <Notice key={code} tone="success" title={t.standsBehind(name)}>
              <p>{t.stands(standing.version, standing.decidedBy, l.date(standing.decidedOn))}</p>
              <Withdraw l={l} matter={matter} code={code} name={name} />
            </Notice>
          )
        }
        if (earlier) {
          return (
            <Notice key={code} tone="warning" title={t.confirmTitle(name)}>
              <p>{t.confirmLead(earlier.version, latest)}</p>
              <p class="row">
                <ButtonLink href={address}>{t.readAndConfirm}</ButtonLink>
              </p>
              <Withdraw l={l} matter={matter} code={code} name={name} />
            </Notice>
          )
        }
        return (
          <Notice key={code} title={t.askTitle(name)}>
            <p>{t.askLead}</p>
            <p>
              <ButtonLink href={address}>{t.readAndEndorse}</ButtonLink>
            </p>
          </Notice>
        )
      })}
    </>
  )
}

function Withdraw({ l, matter, code, name }: { l: Locale; matter: Matter; code: string; name: string }) {
  const t = textsOf(l).endorse
  return (
    <Details summary={t.withdraw}>
      <form class="flow" method="post" action={l.href(advocacyPaths.withdraw(matter.id, code))}>
        <p>{t.withdrawLead(name)}</p>
        <Button variant="secondary">{t.withdrawButton(name)}</Button>
      </form>
    </Details>
  )
}
