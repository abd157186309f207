import { z } from 'zod'
import { optionalDay, optionalLine, paragraphs } from '#platform/http/form.ts'
import type { Demand, FollowUp } from './demand-queries.ts'

export const demandsForm = z.object({ krav: paragraphs(20_000) })

/** One demand a line; marks of a list before it are not its own. */
export function demandsFrom(text: string): string[] {
  return text
    .split('\n')
    .map((each) => each.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
    .filter(Boolean)
}

export const followUpForm = z.object({
  utfall: z.enum(['waiting', 'law', 'practice', 'rejected']).catch('waiting'),
  nar: optionalDay,
  kalla: optionalLine(300),
  adress: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.url({ protocol: /^https?$/, error: 'address-wrong' }).optional(),
  ),
  anmarkning: paragraphs(2000),
})

/** What became of a demand, or what is missing: whatever has come of it has a day and a source. */
export function followUpFrom(
  values: z.output<typeof followUpForm>,
  today: string,
): { followUp: FollowUp; errors: Record<string, string> } {
  const { utfall, nar, kalla, adress, anmarkning } = values
  const isOver = utfall !== 'waiting'
  const errors: Record<string, string> = {}
  if (isOver && !nar) errors.nar = 'outcome-day-missing'
  if (isOver && nar && nar > today) errors.nar = 'outcome-day-to-come'
  if (isOver && !kalla) errors.kalla = 'source-missing'
  return {
    errors,
    followUp: {
      outcome: utfall,
      outcomeOn: isOver ? (nar ?? null) : null,
      sourceTitle: kalla,
      sourceAddress: adress ?? '',
      note: anmarkning,
    },
  }
}

/** What became of a demand, as its form shows it. */
export function typedFollowUp(demand: Demand): Record<string, string> {
  return {
    utfall: demand.outcome,
    nar: demand.outcomeOn ?? '',
    kalla: demand.sourceTitle,
    adress: demand.sourceAddress,
    anmarkning: demand.note,
  }
}
