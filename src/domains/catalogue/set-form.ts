import { z } from 'zod'
import type { KeyFigureSet } from '#domains/key-figures/index.ts'
import { line, optionalDay, several, type Typed } from '#platform/http/form.ts'
import { decisionFields, decisionOf, typedDecision } from './decision-form.ts'
import type { SetChange } from './office-actions.ts'

const words = z.string('decision-missing').min(10, 'decision-missing').max(1000, 'too-long')

/** The form of a set. */
export const setForm = z.object({
  ...decisionFields,
  namn: line('name-missing', 100),
  namn_en: line('name-missing', 100),
  beslutat: words,
  beslutat_en: words,
  galler_fran: optionalDay,
  nyckeltal: several(z.string()),
  version: z.coerce.number().int().catch(-1),
})

/** A figure that a set may keep as it is. */
export interface Candidate {
  id: string
  setId: string
  number: string
  ordinal: number
  sv: string
  en: string
}

/** What the form gives. Ids that may not be chosen are left out. */
export function setChangeOf(
  values: z.output<typeof setForm>,
  candidates: Candidate[],
  demo: boolean,
): SetChange {
  return {
    set: {
      nameSv: values.namn,
      nameEn: values.namn_en,
      decisionSv: values.beslutat,
      decisionEn: values.beslutat_en,
      decidedOn: values.dag,
      currentFrom: values.galler_fran ?? null,
    },
    decision: decisionOf(values, demo),
    carried: candidates.filter(({ id }) => values.nyckeltal.includes(id)),
  }
}

/** A set as it stands in the form. */
export function typedSet(set: KeyFigureSet, version: number, carried: string[]): Typed {
  return {
    ...typedDecision(set.reference),
    ...(set.reference ? {} : { dag: set.decidedOn ?? '' }),
    namn: set.name.sv,
    namn_en: set.name.en,
    beslutat: set.decision.sv,
    beslutat_en: set.decision.en,
    galler_fran: set.currentFrom ?? '',
    nyckeltal: carried,
    version: String(version),
  }
}
