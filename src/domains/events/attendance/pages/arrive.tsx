import { localOf } from '#platform/days.ts'
import type { Language, Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { titleOf } from '../../asking.ts'
import type { Event } from '../../queries.ts'
import { textsOf } from '../../texts.ts'
import { attendancePaths } from '../paths.ts'
import type { Guest } from '../queries.ts'
import { attendanceTexts } from '../texts.ts'

export interface ArrivePageProps {
  l: Locale
  event: Event
  guest: Guest
  answers: { question: Record<Language, string>; answer: string }[]
  /** This very page, without the language. */
  action: string
  /** `in` or `ut` when that was just done. */
  done: string | undefined
}

/** Where a participant's QR code leads: who it is, and the one button that checks in. */
export function ArrivePage({ l, event, guest, answers, action, done }: ArrivePageProps) {
  const texts = attendanceTexts(l)
  const t = texts.arrive
  return (
    <div class="narrow">
      <Standing l={l} guest={guest} done={done} />
      <PageHeader eyebrow={titleOf(event, l)} title={guest.name}>
        {guest.madeUp && (
          <p>
            <MadeUpBadge label={textsOf(l).madeUp} />
          </p>
        )}
      </PageHeader>
      <DefinitionList
        items={[
          ...(guest.organisation ? [{ term: t.organisation, meaning: guest.organisation }] : []),
          { term: t.attends, meaning: texts.attends[guest.attends] },
          ...answers.map(({ question, answer }) => ({ term: question[l.language], meaning: answer })),
        ]}
      />
      {guest.state === 'placed' && (
        <form method="post" action={l.href(action)} data-needs-network>
          <input type="hidden" name="gor" value={guest.checkedInAt ? 'ut' : 'in'} />
          <Button variant={guest.checkedInAt ? 'tertiary' : 'primary'}>
            {guest.checkedInAt ? t.undo : t.in}
          </Button>
        </form>
      )}
      <div hidden data-offline>
        <Notice tone="warning" role="alert">
          <p>{texts.checkIn.offline}</p>
        </Notice>
      </div>
      <p>
        <a href={l.href(attendancePaths.checkIn(event.id))}>{t.toList}</a>
      </p>
    </div>
  )
}

/** What the door must know before anything else. */
function Standing({ l, guest, done }: { l: Locale; guest: Guest; done: string | undefined }) {
  const t = attendanceTexts(l).arrive
  if (guest.state !== 'placed') {
    return (
      <Notice tone="danger">
        <p>{t[guest.state]}</p>
      </Notice>
    )
  }
  if (guest.checkedInAt) {
    const { time, day } = localOf(guest.checkedInAt)
    return done === 'in' ? (
      <Done text={t.now(time)} />
    ) : (
      <Notice tone="warning">
        <p>{t.came(time, l.date(day))}</p>
      </Notice>
    )
  }
  return <Done text={done === 'ut' && t.undone} />
}
