import type { Answers } from '../answers.ts'
import type { FileKind } from '../tables.ts'

/** The parts of an application, one page each, in the order of the task list. */
export const sections = [
  'organisation',
  'decision',
  'programme',
  'criterion-1',
  'criterion-2',
  'criterion-3',
  'criterion-4',
  'people',
  'documents',
] as const
export type Section = (typeof sections)[number]
/** A part that is a form of fields; documents are uploaded one by one. */
export type FormSection = Exclude<Section, 'documents'>

/** The fields of each part, in the order of its page. */
export const fieldsIn: Record<FormSection, readonly (keyof Answers)[]> = {
  organisation: [
    'organisationNumber',
    'address',
    'postalCode',
    'city',
    'email',
    'invoiceEmail',
    'invoiceReference',
  ],
  decision: ['decidingBody', 'decidedOn', 'decisionParagraph'],
  programme: ['programmeTitle', 'programmeAdoptedOn', 'programmeAddress'],
  'criterion-1': ['criterion1'],
  'criterion-2': ['criterion2'],
  'criterion-3': ['criterion3'],
  'criterion-4': ['criterion4'],
  people: [
    'politicianName',
    'politicianTitle',
    'politicianEmail',
    'officialName',
    'officialTitle',
    'officialEmail',
  ],
}

/** Fields that may stay empty. */
const optional: readonly (keyof Answers)[] = ['invoiceReference', 'programmeAddress']

/** Documents that every application has: joining takes a decision and a programme (brochure, "Så blir ni medlem"). */
const neededFiles: readonly FileKind[] = ['decision', 'programme']

/** What is missing: a field, or a kind of document. */
export interface Gap {
  section: Section
  missing: keyof Answers | FileKind
}

/** Everything that is missing before an application can be sent. */
export function gapsIn(answers: Answers, files: { kind: FileKind }[]): Gap[] {
  return sections.flatMap((section): Gap[] => {
    if (section === 'documents') {
      return neededFiles
        .filter((kind) => !files.some((file) => file.kind === kind))
        .map((missing) => ({ section, missing }))
    }
    return fieldsIn[section]
      .filter((field) => answers[field] === '' && !optional.includes(field))
      .map((missing) => ({ section, missing }))
  })
}

export type SectionState = 'done' | 'begun' | 'empty'

/** How far each part has come. */
export function sectionStates(
  answers: Answers,
  files: { kind: FileKind }[],
): { section: Section; state: SectionState }[] {
  const gaps = gapsIn(answers, files)
  return sections.map((section) => {
    if (!gaps.some((gap) => gap.section === section)) return { section, state: 'done' }
    const begun =
      section === 'documents' ? files.length > 0 : fieldsIn[section].some((field) => answers[field] !== '')
    return { section, state: begun ? 'begun' : 'empty' }
  })
}
