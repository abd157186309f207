import { join } from 'node:path'
import { z } from 'zod'
import { type Tongue, tongues } from '../i18n.ts'
import { unreadable } from './colours.ts'
import { AssociationFault, readYaml } from './read-yaml.ts'
import { type Association, associationSchema, languagesSchema } from './schema.ts'
import { type OwnTexts, textsSchema } from './texts.ts'

const missing = 'ASSOCIATION names the folder that it stands in.'

/** Reads `association.yaml` of a folder. Throws {@link AssociationFault} with every fault and its line. */
export function readAssociation(folder: string): Association {
  const path = join(folder, 'association.yaml')
  // The languages first: they say in which languages the rest must be told.
  const asked = readYaml(path, z.looseObject({ languages: z.unknown() }), missing).value.languages
  const known = languagesSchema.safeParse(asked)
  const { value, lineOf } = readYaml(path, associationSchema(known.success ? known.data : []), missing)
  const faults = unreadable(value.colours ?? unseen).map(
    ({ field, reason }) => `${path}:${lineOf(field)}: ${field.join('.')}: ${reason}`,
  )
  if (faults.length > 0) throw new AssociationFault(faults)
  return value
}

/** What stands for colours that nobody chose: black and white can always be read. */
const unseen = {
  main: { light: '#000000', dark: '#ffffff' },
  link: { light: '#000000', dark: '#ffffff' },
}

/**
 * Reads what an association says about itself, `texts.<language>.yaml` for each of its languages. A language that it
 * has not takes the texts of one that it has. Throws {@link AssociationFault}.
 */
export function readOwnTexts(folder: string, association: Association): Record<Tongue, OwnTexts> {
  const found = new Map<Tongue, OwnTexts>()
  const faults: string[] = []
  for (const language of tongues) {
    if (!association.languages.includes(language)) continue
    try {
      const path = join(folder, `texts.${language}.yaml`)
      found.set(
        language,
        readYaml(path, textsSchema, `association.yaml names the language ${language}.`).value,
      )
    } catch (error) {
      if (!(error instanceof AssociationFault)) throw error
      faults.push(...error.lines)
    }
  }
  const counts = new Set([...found.values()].map(({ criteria }) => criteria.all.length))
  if (faults.length === 0 && counts.size > 1) {
    faults.push(`${join(folder, 'texts.en.yaml')}:1: criteria.all: has not as many criteria as texts.sv.yaml`)
  }
  const [any] = found.values()
  if (faults.length > 0 || !any) throw new AssociationFault(faults)
  const [sv, en] = [found.get('sv') ?? any, found.get('en') ?? any]
  return { sv, en, fi: found.get('fi') ?? en }
}
