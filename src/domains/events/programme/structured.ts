import { type Locale, toldIn } from '#platform/i18n.ts'
import { isoInStockholm } from '../rules.ts'
import type { Session, Speaker } from './queries.ts'

/** Sessions and speakers as schema.org's `subEvent` and `performer`; nothing when there are none. */
export function structuredProgramme(
  sessions: Session[],
  speakers: Speaker[],
  l: Locale,
): Record<string, unknown> {
  const persons = new Map(speakers.map((speaker) => [speaker.id, structuredSpeaker(speaker)]))
  return {
    ...(speakers.length > 0 ? { performer: [...persons.values()] } : {}),
    ...(sessions.length > 0
      ? {
          subEvent: sessions.map(({ startsAt, endsAt, room, texts, speakerIds }) => ({
            '@type': 'Event',
            name: toldIn(texts, l)?.text.title,
            startDate: isoInStockholm(startsAt),
            endDate: isoInStockholm(endsAt),
            ...(room ? { location: { '@type': 'Place', name: room } } : {}),
            ...(speakerIds.length > 0
              ? { performer: speakerIds.flatMap((id) => persons.get(id) ?? []) }
              : {}),
          })),
        }
      : {}),
  }
}

function structuredSpeaker({ name, title, organisation }: Speaker) {
  return {
    '@type': 'Person',
    name,
    ...(title ? { jobTitle: title } : {}),
    ...(organisation ? { affiliation: { '@type': 'Organization', name: organisation } } : {}),
  }
}
