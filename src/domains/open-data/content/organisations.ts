import { latestPopulation, organisationDirectory } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { Cell, Content, Reader } from '../content.ts'
import { listAssociations } from '../queries.ts'
import { wholeContent } from './whole.ts'

/** Municipalities, regions and the association itself, which publishes means of its own. */
export const organisations: Content = wholeContent(
  {
    name: 'organisationer',
    columns: [
      { key: 'code', type: 'string', required: true },
      { key: 'name', type: 'string', required: true },
      { key: 'organisation_kind', type: 'string', required: true, words: 'organisationKind' },
      { key: 'county_code', type: 'string' },
      { key: 'county', type: 'string' },
      { key: 'group_code', type: 'string' },
      { key: 'group', type: 'string' },
      { key: 'land_area_km2', type: 'number' },
      { key: 'inhabitants', type: 'integer' },
      { key: 'inhabitants_year', type: 'gYear' },
    ],
    key: ['code'],
  },
  async (reader) => {
    const [{ all }, associations] = await Promise.all([
      organisationDirectory(reader.db, reader.remember),
      listAssociations(reader.db),
    ])
    return [
      ...all.map((one): Cell[] => {
        const population = latestPopulation(one)
        return [
          one.code,
          one.name,
          one.kind,
          one.countyCode || null,
          one.countyName || null,
          one.groupCode,
          one.groupName ? inLanguage(one.groupName, reader.locale) : null,
          one.landAreaKm2,
          population?.inhabitants ?? null,
          population?.year ?? null,
        ]
      }),
      ...associations.map(({ code, name }): Cell[] => [
        code,
        name,
        'association',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
      ]),
    ]
  },
)

/** The name of everyone who can have a value, by code. */
export async function organisationNames({ db, remember }: Reader): Promise<Map<string, string>> {
  const [{ all }, associations] = await Promise.all([
    organisationDirectory(db, remember),
    listAssociations(db),
  ])
  return new Map([...all, ...associations].map(({ code, name }) => [code, name]))
}
