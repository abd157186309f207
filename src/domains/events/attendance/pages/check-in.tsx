import { localOf } from '#platform/days.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { titleOf } from '../../asking.ts'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import type { Attends } from '../../rules/registration.ts'
import { textsOf } from '../../texts.ts'
import { attendancePaths } from '../paths.ts'
import type { Guest } from '../queries.ts'
import { attendanceTexts } from '../texts.ts'

export interface CheckInPageProps {
  l: Locale
  event: Event
  guests: Guest[]
  counts: { attends: Attends; expected: number; arrived: number }[]
  search: string
  /** Whether the reader keeps the events, rather than helps at the door. */
  office: boolean
  /** The complete address for helpers, once it is made. */
  link: string | undefined
  done: string | undefined
}

/** The door of an event on a phone: who has come, who is expected, one press each. */
export function CheckInPage(props: CheckInPageProps) {
  const { l, event, guests, counts, search, office, done } = props
  const texts = attendanceTexts(l)
  const t = texts.checkIn
  return (
    <>
      {office && (
        <Breadcrumbs
          l={l}
          steps={[
            { href: l.href(eventPaths.office), label: textsOf(l).office.title },
            { href: l.href(eventPaths.edit(event.id)), label: titleOf(event, l) },
          ]}
        />
      )}
      <Done text={done && t.notices[done]} />
      <div hidden data-offline>
        <Notice tone="warning" role="alert">
          <p>{t.offline}</p>
        </Notice>
      </div>
      <PageHeader eyebrow={office ? undefined : titleOf(event, l)} title={t.title} lead={t.lead}>
        {counts.map(({ attends, expected, arrived }) => (
          <p key={attends}>
            <strong>{t.count(l.number(arrived), l.number(expected))}</strong> {t.arrived} (
            {texts.attends[attends].toLocaleLowerCase(l.language)})
          </p>
        ))}
      </PageHeader>
      <div class="flow narrow" data-scan hidden>
        <p>
          <button
            class="ds-button"
            type="button"
            data-variant="secondary"
            data-start={t.scan}
            data-stop={t.stop}
          >
            {t.scan}
          </button>
        </p>
        <p class="field-hint">{t.scanHint}</p>
        <video class="scan" hidden muted playsInline />
        <p role="status" data-failed={t.noCamera} />
      </div>
      <form class="form" method="get" action={l.href(attendancePaths.checkIn(event.id))}>
        <Input id="sok" name="sok" type="search" label={t.search} value={search} autocomplete="off" />
        <div class="row">
          <Button variant="secondary">{t.find}</Button>
          {search && <a href={l.href(attendancePaths.checkIn(event.id))}>{t.all}</a>}
        </div>
      </form>
      <section class="flow" aria-labelledby="anmalda">
        <h2 id="anmalda">{t.guests}</h2>
        {guests.length === 0 && <p>{search ? t.none : t.nobody}</p>}
        <ul class="people door">
          {guests.map((guest) => (
            <GuestRow key={guest.id} l={l} guest={guest} search={search} />
          ))}
        </ul>
      </section>
      <p class="subtle">{t.needs}</p>
      {office && <Office {...props} />}
    </>
  )
}

function GuestRow({ l, guest, search }: { l: Locale; guest: Guest; search: string }) {
  const texts = attendanceTexts(l)
  const t = texts.checkIn
  const { id, eventId, name, organisation, attends, checkedInAt, madeUp } = guest
  const time = checkedInAt && localOf(checkedInAt).time
  return (
    <li id={`anmalan-${id}`}>
      <div>
        <h3>
          {name} {madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
        </h3>
        <p class="subtle">
          {[organisation, attends === 'online' ? texts.attends.online : ''].filter(Boolean).join(', ')}
        </p>
        {time && (
          <p>
            <strong>{t.came(time)}</strong>
          </p>
        )}
      </div>
      <form method="post" action={l.href(attendancePaths.checkIn(eventId))} data-needs-network>
        <input type="hidden" name="anmalan" value={id} />
        <input type="hidden" name="gor" value={time ? 'ut' : 'in'} />
        {search && <input type="hidden" name="sok" value={search} />}
        <button
          class="ds-button"
          type="submit"
          data-variant={time ? 'tertiary' : undefined}
          aria-label={time ? t.undoWho(name) : t.inWho(name)}
        >
          {time ? t.undo : t.in}
        </button>
      </form>
    </li>
  )
}

/** What helpers at the door do not need: papers, and the link that lets them in. */
function Office({ l, event, link }: CheckInPageProps) {
  const texts = attendanceTexts(l)
  const { checkIn: t, door } = texts
  return (
    <>
      <section class="flow narrow" aria-labelledby="papper">
        <h2 id="papper">{t.papers}</h2>
        <p class="row">
          <a href={l.href(attendancePaths.list(event.id))}>{t.list}</a>
          <a href={l.href(attendancePaths.badges(event.id))}>{t.badges}</a>
        </p>
      </section>
      <section class="flow narrow" aria-labelledby="dorr">
        <h2 id="dorr">{door.title}</h2>
        <p>{door.hint}</p>
        {link && (
          <div class="ds-field">
            <label for="dorr-lank">{door.link}</label>
            <input id="dorr-lank" class="ds-input" type="text" readOnly value={link} />
            <p>
              <button
                class="ds-button"
                type="button"
                data-variant="secondary"
                data-copy="dorr-lank"
                data-copied={door.copied}
                hidden
              >
                {door.copy}
              </button>
            </p>
          </div>
        )}
        <form method="post" action={l.href(attendancePaths.newDoor(event.id))}>
          <Button variant={link ? 'tertiary' : 'secondary'}>{link ? door.remake : door.make}</Button>
        </form>
      </section>
    </>
  )
}
