import { localOf } from '#platform/days.ts'
import type { Locale } from '#platform/i18n.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { titleOf } from '../asking.ts'
import type { Event } from '../queries.ts'
import { whenOf } from '../when.ts'
import { qrSvg } from './qr.ts'
import type { Guest } from './queries.ts'
import { badgesTemplate, listTemplate } from './templates.ts'
import { attendanceTexts } from './texts.ts'

/** Everybody with a place, a column to sign in, and how many; accessible PDF. */
export function attendanceList(l: Locale, event: Event, guests: Guest[]): Promise<Buffer> {
  const texts = attendanceTexts(l)
  const t = texts.papers
  const both = event.form === 'both'
  const arrived = guests.filter(({ checkedInAt }) => checkedInAt !== null).length
  return renderPdf(listTemplate, {
    title: `${t.list}: ${titleOf(event, l)}`,
    language: l.language,
    data: {
      heading: t.list,
      title: titleOf(event, l),
      when: [whenOf(event, l), event.place].filter(Boolean).join(', '),
      note: guests.some(({ madeUp }) => madeUp) ? t.madeUp : '',
      running: `${t.list} · ${titleOf(event, l)}`,
      words: { page: t.page('{page}', '{pages}') },
      columns: [
        { name: t.name, wide: true },
        { name: t.organisation, wide: true },
        ...(both ? [{ name: t.attends, wide: false }] : []),
        { name: t.arrived, wide: false },
        { name: t.signature, wide: true },
      ],
      rows: guests.map(({ name, organisation, attends, checkedInAt }) => [
        name,
        organisation,
        ...(both ? [texts.attends[attends]] : []),
        checkedInAt ? t.clock(localOf(checkedInAt).time) : '',
        '',
      ]),
      totals: t.totals(l.number(guests.length), l.number(arrived)),
    },
  })
}

/** A badge for each who comes on site: the name large, the organisation, and the code that checks in, with the address that it holds. */
export function badges(
  l: Locale,
  event: Event,
  guests: Guest[],
  addressOf: (guest: Guest) => string,
): Promise<Buffer> {
  const t = attendanceTexts(l).papers
  return renderPdf(badgesTemplate, {
    title: `${t.badges}: ${titleOf(event, l)}`,
    language: l.language,
    data: {
      title: titleOf(event, l),
      nobody: t.nobody,
      guests: guests
        .filter(({ attends }) => attends === 'on-site')
        .map((guest) => ({
          name: guest.name,
          organisation: guest.organisation,
          qr: qrSvg(addressOf(guest)),
          alt: t.code(guest.name),
        })),
    },
  })
}
