import type { Database } from '#database/tables.ts'
import { figureTitle, keyFigurePaths, loadCatalogue } from '#domains/key-figures/index.ts'
import { organisationPaths, organisationsNamed, searchOrganisations } from '#domains/members/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { Kind } from './tables.ts'

/** Something whose very name was typed. */
export interface DirectHit {
  kind: Kind
  address: string
  title: string
}

const most = 3

/** Municipalities, regions and key figures that are called what was typed, or begin so: they stand on top. */
export async function directHits(asked: Asked<Database>, typed: string): Promise<DirectHit[]> {
  if (typed.length < 2 && !/^\d/.test(typed)) return []
  const [directory, catalogue] = await Promise.all([
    organisationsNamed(asked, { typed: [typed] }),
    loadCatalogue(asked),
  ])
  const wanted = typed.toLocaleLowerCase('sv')
  const begins = (text: string) => text.toLocaleLowerCase('sv').startsWith(wanted)
  const named = searchOrganisations(directory, typed)
  const figures = catalogue.figures.filter(
    ({ id, number, name }) => id === wanted || number === wanted || begins(inLanguage(name, asked.locale)),
  )
  return [
    ...named
      .filter(({ name, code }) => code === wanted || begins(name) || named.length === 1)
      .slice(0, most)
      .map(({ code, name }) => ({
        kind: 'organisation' as const,
        address: organisationPaths.profile(code),
        title: name,
      })),
    ...figures.slice(0, most).map((figure) => ({
      kind: 'key-figure' as const,
      address: keyFigurePaths.figure(figure.id),
      title: figureTitle(figure, asked.locale),
    })),
  ]
}
