import { type Directory, isMember, populationIn } from '#domains/members/index.ts'
import type { Payer } from './rules/simulation.ts'

/** The members of a day as those who pay, with their inhabitants of a year; those without a figure are left out. */
export function payersOf(directory: Directory, today: string, populationYear: number): Payer[] {
  return directory.all
    .filter((organisation) => isMember(organisation, today))
    .flatMap((organisation): Payer[] => {
      const inhabitants = populationIn(organisation, populationYear)?.inhabitants
      const { code, name, kind } = organisation
      return inhabitants === undefined ? [] : [{ code, name, kind, inhabitants }]
    })
}
