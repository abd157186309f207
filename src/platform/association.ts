import { readAssociation, readOwnTexts } from './association/read.ts'
import { AssociationFault } from './association/read-yaml.ts'
import type { Association, Service } from './association/schema.ts'
import type { OwnTexts } from './association/texts.ts'
import { beginWith, type Language, type Tongue } from './i18n.ts'

export { readAssociation, readOwnTexts } from './association/read.ts'
export { AssociationFault } from './association/read-yaml.ts'
export type { Association, Service } from './association/schema.ts'

/** The folder of the association that the clone brings. */
export const usualFolder = 'reference'

/** The folder of the association, from the root of the clone. */
export const associationFolder = process.env.ASSOCIATION?.replace(/\/+$/, '') || usualFolder

/** The association of this process. Read when the program starts; a fault stops the start with its lines. */
export const association: Association = orStop(() => readAssociation(associationFolder))

/** What the association says about itself: its vision, criteria, history and the like. */
export const ownTexts: Record<Tongue, OwnTexts> = orStop(() => readOwnTexts(associationFolder, association))

/** The numbers of the association's criteria, from 1. */
export const criteria: number[] = ownTexts.en.criteria.all.map((_, at) => at + 1)

/** The language at the root of the site. */
export const [firstLanguage = 'sv', ...furtherLanguages] = association.languages
beginWith({
  first: firstLanguage,
  formats: association.country.formats,
  timeZone: association.country.time_zone,
  wording: association.wording,
})

function orStop<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof AssociationFault)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** Whether the association uses a service of its country: Kolada, Peppol and the like. */
export function uses(service: Service): boolean {
  return association.country.services.includes(service)
}

/** Whether the association tells things in a language that everything can be told in. */
export function speaks(language: Language): boolean {
  return association.languages.includes(language)
}

/** The name with the ending of who owns: `Sveriges Ekokommuners`, `Sveriges Ekokommuner’s`. */
export function ownerName(language: Language): string {
  const name = association.name[language]
  if (language === 'en') return `${name}’s`
  return /[sxz]$/i.test(name) ? name : `${name}s`
}

/** The name, with what it means where the reader's language is another: `Sveriges Ekokommuner, the Swedish …`. */
export function fullName(language: Language): string {
  const { name, meaning } = association
  return meaning[language] ? `${name[language]}, ${meaning[language]}` : name[language]
}
