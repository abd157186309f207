import { association } from '#platform/association.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { eventPaths } from './paths.ts'
import type { Event } from './queries.ts'
import { type EventForm, isoInStockholm } from './rules.ts'

const attendance: Record<EventForm, string> = {
  'on-site': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  both: 'MixedEventAttendanceMode',
}

/** An event as schema.org's `Event`, for search engines. */
export function structuredEvent(
  event: Event,
  { l, baseUrl }: { l: Locale; baseUrl: string },
): Record<string, unknown> {
  const told = toldIn(event.texts, l)
  const url = baseUrl + l.href(eventPaths.event(event.id))
  const places = [
    ...(event.place ? [{ '@type': 'Place', name: event.place, address: event.place }] : []),
    ...(event.form === 'on-site' ? [] : [{ '@type': 'VirtualLocation', url }]),
  ]
  return {
    '@type': 'Event',
    '@id': url,
    url,
    name: told?.text.title,
    description: told?.text.summary,
    inLanguage: told?.language,
    startDate: isoInStockholm(event.startsAt),
    endDate: isoInStockholm(event.endsAt),
    eventStatus: `https://schema.org/${event.cancelledAt ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${attendance[event.form]}`,
    location: places.length === 1 ? places[0] : places,
    organizer: { '@type': 'Organization', name: association.name.sv, url: baseUrl },
    isAccessibleForFree: event.priceOre === 0,
    offers: {
      '@type': 'Offer',
      price: (event.priceOre / 100).toFixed(2),
      priceCurrency: association.country.currency,
      url: /^https?:/.test(event.registerAt) ? event.registerAt : url,
    },
  }
}
