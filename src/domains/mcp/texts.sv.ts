import type { z } from 'zod'
import type { figure, goodExample, organisation, statistics, trend } from '#domains/api/index.ts'
import type { Locale } from '#platform/i18n.ts'

export type ExampleItem = z.output<typeof goodExample>
export type FigureItem = z.output<typeof figure>
export type OrganisationItem = z.output<typeof organisation>
export type StatisticsItem = z.output<typeof statistics>
export type TrendItem = z.output<typeof trend>

const memberships = { full: 'medlem', observer: 'observatör', none: 'inte medlem' }

/** What is said to an assistant in Swedish, which is the reference. */
export const sv = {
  internal: 'Något gick fel hos oss. Försök igen om en stund.',
  several: (typed: string, names: string[]) =>
    `Flera kommuner och regioner passar in på ”${typed}”: ${names.join(', ')}. Välj en av dem.`,
  noOrganisation: (typed: string) =>
    `Det finns ingen kommun eller region som heter ”${typed}”. Sök med find_organisations.`,
  noFigure: (id: string, known: string[]) =>
    `Det finns inget nyckeltal med beteckningen ”${id}”. De som finns är: ${known.join('; ')}.`,
  found: (found: number, shown: number) =>
    found > shown ? `Hittade ${found}. Här är de första ${shown}.` : `Hittade ${found}.`,
  organisation: (l: Locale, { name, code, county, population, membership, page }: OrganisationItem) =>
    [
      `${name} (${code})`,
      county,
      ...(population ? [`${l.number(population.inhabitants)} invånare ${population.year}`] : []),
      memberships[membership],
      page,
    ].join(', '),
  figures: (count: number) => `${count} nyckeltal.`,
  figure: ({
    id,
    name,
    unit,
    direction,
    page,
  }: Pick<FigureItem, 'id' | 'name' | 'unit' | 'direction' | 'page'>) =>
    `${id}: ${name}, ${unit}, ${direction === 'up' ? 'högre är bättre' : 'lägre är bättre'}. ${page}`,
  description: (item: FigureItem) => [
    `${item.id}: ${item.name}, ${item.unit}.`,
    item.explanation,
    ...(item.numerator && item.denominator
      ? [`Beräkning: ${item.numerator} delat med ${item.denominator}.`]
      : []),
    ...(item.values_note ? [item.values_note] : []),
    ...(item.target
      ? [
          `Mål: ${item.target.value} ${item.unit} år ${item.target.year}${item.target.by ? ` (${item.target.by})` : ''}.`,
        ]
      : []),
    ...item.breaks.map(({ year, reason }) => `Ny metod ${year}: ${reason}`),
    `Källa: ${item.producer}.`,
  ],
  years: (years: number[]) =>
    years.length === 0 ? 'Det finns inga värden än.' : `Det finns värden för ${years.join(', ')}.`,
  noValues: 'Det finns inga sådana värden.',
  noValue: (name: string) => `${name} har inget värde det året.`,
  comment: (text: string) => `kommunens kommentar: ${text}`,
  group: (
    { group_name: name, year, count, median: middle, mean }: StatisticsItem,
    say: (value: number) => string,
  ) => `${name} år ${year}: median ${say(middle)}, medel ${say(mean)}, ${count} värden.`,
  improved: (group: string, improved: number, of: number) =>
    `${group}: ${improved} av ${of} går säkert åt rätt håll. Snabbast:`,
  improver: (place: number, { organisation_name: name, since, until, page }: TrendItem, pace: string) =>
    `${place}. ${name}: ${pace} per år ${since}–${until}. ${page}`,
  examples: (count: number) =>
    count === 0 ? 'Det finns inga sådana goda exempel.' : `${count} goda exempel.`,
  example: ({ title, organisation_name: name, year, summary, page }: ExampleItem) =>
    `${title} (${name}, ${year}). ${summary} ${page}`,
  sources: (sources: string[]) => `Källa: ${sources.join('; ')}.`,
  madeUp:
    'Obs: svaret innehåller påhittade värden, som bara finns i demonstrationen. Använd dem inte som fakta.',
  page: (address: string) => `Sida: ${address}`,
}
