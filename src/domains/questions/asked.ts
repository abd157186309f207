import { z } from 'zod'
import type { Actor } from '#platform/http/context.ts'
import type { QuestionFilter } from './list-queries.ts'
import { everyWord } from './rules/words.ts'

/** Codes and ids are letters, digits and hyphens; what holds a NUL would not even reach the database. */
const code = z
  .string()
  .regex(/^[\p{L}\p{N}-]{0,40}$/u)
  .catch('')

export const views = ['alla', 'obesvarade', 'mina', 'till-mig'] as const

const question = z.object({
  sok: z.string().trim().max(200).catch(''),
  nyckeltal: code,
  amne: code,
  visa: z.enum(views).catch('alla'),
  sida: z.coerce.number().int().min(1).max(1000).catch(1),
})

/** What somebody looks for, as the address says; an empty field does not narrow. */
export type AskedFor = z.output<typeof question>

/** Reads the address; what it cannot mean counts as not asked for. */
export function readAsked(query: Record<string, string>): AskedFor {
  return question.parse(query)
}

/** The same, as an address writes it: `?sok=ängar&visa=mina`. Empty when nothing is asked for. */
export function queryOf(asked: AskedFor): string {
  const filled = Object.entries(asked).filter(
    ([name, value]) => value !== '' && !(name === 'sida' && value === 1) && value !== 'alla',
  )
  return filled.length ? `?${new URLSearchParams(filled.map(([name, value]) => [name, String(value)]))}` : ''
}

/** The same, as the queries want it. `member` is null for those who see what is public only. */
export function filterOf(asked: AskedFor, member: Actor | null): QuestionFilter {
  const { sok, nyckeltal, amne, visa } = asked
  return {
    reader: member ? 'members' : 'everyone',
    ...(everyWord(sok) ? { text: sok } : {}),
    ...(nyckeltal ? { figureId: nyckeltal } : {}),
    ...(amne ? { subjectId: amne } : {}),
    ...(visa === 'obesvarade' ? { unanswered: true } : {}),
    ...(visa === 'mina' && member ? { askedBy: member.personId } : {}),
    ...(visa === 'till-mig' && member ? { askedOf: member.personId } : {}),
  }
}
