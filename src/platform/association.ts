import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { beginWith, type Language, tongues } from './i18n.ts'

const text = z.string().trim().min(1, 'is empty')

const file = z.strictObject({
  code: z.string().regex(/^[A-Z]{2,10}$/, 'should be two to ten capital letters'),
  name: z.strictObject({ sv: text, en: text }),
  meaning: z.strictObject({ sv: text.optional(), en: text.optional() }).default({}),
  languages: z
    .array(z.enum(tongues, `should be one of ${tongues.join(', ')}`))
    .min(1, 'is empty')
    .refine((all) => new Set(all).size === all.length, 'names a language twice')
    .refine(
      (all) => !all.includes('fi') || all.includes('en'),
      'should have en beside fi, which is not told everywhere',
    )
    .refine(
      (all) => all[0] === 'sv' || all[0] === 'en',
      'should begin with sv or en, in which everything is told',
    ),
  /** ISO 3166-1, where its members are. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'should be the two letters of a country, like SE')
    .default('SE'),
  secretariat: z.strictObject({ address: z.array(text).min(1), telephone: text, email: z.email() }),
})

/** Who runs the program: what makes it this association's and not another's. */
export type Association = z.output<typeof file>

/** What is wrong with an association's file, line by line; the start stops with it. */
export class AssociationFault extends Error {}

/** The folder of the association, from the root of the clone. */
export const associationFolder = process.env.ASSOCIATION || 'reference'

/** Reads `association.yaml` of a folder. Throws {@link AssociationFault} with every fault and its line. */
export function readAssociation(folder: string): Association {
  const path = join(folder, 'association.yaml')
  const refuse = (lines: string[]): never => {
    throw new AssociationFault(['The association cannot be read:', ...lines].join('\n  '))
  }
  let written: string
  try {
    written = readFileSync(path, 'utf8')
  } catch {
    return refuse([`${path} is missing. ASSOCIATION names the folder that it stands in.`])
  }
  const counter = new LineCounter()
  const document = parseDocument(written, { lineCounter: counter })
  const at = (offset: number) => counter.linePos(offset).line
  if (document.errors.length > 0) {
    return refuse(
      document.errors.map((error) => `${path}:${at(error.pos[0])}: ${error.message.split('\n')[0]}`),
    )
  }
  const parsed = file.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  return refuse(
    parsed.error.issues.map(({ path: field, message }) => {
      const node = field.length > 0 ? document.getIn(field.map(String), true) : undefined
      const line = hasRange(node) ? at(node.range[0]) : 1
      return `${path}:${line}: ${field.join('.')}: ${message}`
    }),
  )
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

/** The association of this process. Read when the program starts; a fault stops the start with its lines. */
export const association: Association = readOrStop()

/** The language at the root of the site. */
export const [firstLanguage = 'sv', ...furtherLanguages] = association.languages
beginWith(firstLanguage)

function readOrStop(): Association {
  try {
    return readAssociation(associationFolder)
  } catch (error) {
    if (!(error instanceof AssociationFault)) throw error
    console.error(error.message)
    process.exit(1)
  }
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
