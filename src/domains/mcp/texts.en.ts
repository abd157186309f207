import type { Texts } from './texts.ts'

const memberships = { full: 'member', observer: 'observer', none: 'not a member' }

/** The same in English. */
export const en: Texts = {
  internal: 'Something went wrong on our side. Try again in a while.',
  several: (typed, names) =>
    `Several municipalities and regions fit “${typed}”: ${names.join(', ')}. Choose one of them.`,
  noOrganisation: (typed) =>
    `There is no municipality or region called “${typed}”. Search with find_organisations.`,
  noFigure: (id, known) =>
    `There is no key figure with the id “${id}”. Those there are: ${known.join('; ')}.`,
  found: (found, shown) =>
    found > shown ? `Found ${found}. Here are the first ${shown}.` : `Found ${found}.`,
  organisation: (l, { name, code, county, population, membership, page }) =>
    [
      `${name} (${code})`,
      county,
      ...(population ? [`${l.number(population.inhabitants)} inhabitants in ${population.year}`] : []),
      memberships[membership],
      page,
    ].join(', '),
  figures: (count) => `${count} key figures.`,
  figure: ({ id, name, unit, direction, page }) =>
    `${id}: ${name}, ${unit}, ${direction === 'up' ? 'higher is better' : 'lower is better'}. ${page}`,
  description: (item) => [
    `${item.id}: ${item.name}, ${item.unit}.`,
    item.explanation,
    ...(item.numerator && item.denominator
      ? [`Computed as ${item.numerator} divided by ${item.denominator}.`]
      : []),
    ...(item.values_note ? [item.values_note] : []),
    ...(item.target
      ? [
          `Target: ${item.target.value} ${item.unit} by ${item.target.year}${item.target.by ? ` (${item.target.by})` : ''}.`,
        ]
      : []),
    ...item.breaks.map(({ year, reason }) => `New method from ${year}: ${reason}`),
    `Source: ${item.producer}.`,
  ],
  years: (years) =>
    years.length === 0 ? 'There are no values yet.' : `There are values for ${years.join(', ')}.`,
  noValues: 'There are no such values.',
  noValue: (name) => `${name} has no value that year.`,
  comment: (text) => `comment of the municipality: ${text}`,
  group: ({ group_name: name, year, count, median: middle, mean }, say) =>
    `${name} in ${year}: median ${say(middle)}, mean ${say(mean)}, ${count} values.`,
  improved: (group, improved, of) =>
    `${group}: ${improved} of ${of} certainly go the right way. The fastest:`,
  improver: (place, { organisation_name: name, since, until, page }, pace) =>
    `${place}. ${name}: ${pace} a year ${since}–${until}. ${page}`,
  examples: (count) => (count === 0 ? 'There are no such good examples.' : `${count} good examples.`),
  example: ({ title, organisation_name: name, year, summary, page }) =>
    `${title} (${name}, ${year}). ${summary} ${page}`,
  sources: (sources) => `Source: ${sources.join('; ')}.`,
  madeUp:
    'Note: the answer holds made-up values, which exist in the demonstration only. Do not use them as facts.',
  page: (address) => `Page: ${address}`,
}
