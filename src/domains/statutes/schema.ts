import { z } from 'zod'
import { readShare } from './rules/share.ts'

const text = z.string().trim().min(1, 'is empty')
const days = z.number().int().min(0).max(366)
const seats = z.number().int().min(1).max(99)
const share = z.string().transform((written, context) => {
  const found = readShare(written)
  if (found) return found
  context.addIssue({ code: 'custom', message: 'should be like "more than 1/2" or "at least 2/3"' })
  return z.NEVER
})

/** A rule with the number of the paragraph that says it. */
const cited = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, paragraph: z.number().int().positive() })

/** A paragraph of the statutes. */
export const paragraphSchema = z.strictObject({
  number: z.number().int().positive(),
  title_sv: text,
  title_en: text,
  text_sv: text,
  text_en: text,
})

/** Everything in the statutes that the program goes by. */
export const rulesSchema = z.strictObject({
  /** The last day of the annual meeting, `MM-DD`. */
  annual_meeting_by: cited(z.string().regex(/^\d\d-\d\d$/, 'should be a day like 05-31')),
  annual_notice_days: cited(days),
  annual_documents_days: cited(days),
  /** Days before the annual meeting when a motion must be in. */
  motion_deadline_days: cited(days),
  extra_notice_days: cited(days),
  /** The share of the members that can ask for an extra annual meeting. */
  extra_asked_by: cited(share),
  votes_each_member: cited(z.number().int().min(1).max(20)),
  voting_roles: cited(z.array(z.enum(['contact-politician', 'contact-official', 'delegate'])).min(1)),
  other_delegates: cited(z.boolean()),
  proxies_each_delegate: cited(z.number().int().min(0).max(20)),
  proxies_between_members: cited(z.boolean()),
  observers_vote: cited(z.boolean()),
  majority: cited(share),
  majority_statutes: cited(share),
  majority_dissolution: cited(share),
  /** How many annual meetings in a row a change of the statutes takes. */
  statutes_meetings: cited(z.number().int().min(1).max(3)),
  tie_decision: cited(z.enum(['chair', 'lot', 'falls'])),
  tie_election: cited(z.enum(['chair', 'lot'])),
  secret_elections_on_request: cited(z.boolean()),
  board_members: cited(seats),
  board_substitutes: cited(z.number().int().min(0).max(99)),
  board_term_years: cited(z.number().int().min(1).max(6)),
  board_notice_days: cited(days),
  board_quorum: cited(share),
  board_tie: cited(z.enum(['chair', 'lot', 'falls'])),
  board_adjusters: cited(z.number().int().min(1).max(5)),
  annual_adjusters: cited(z.number().int().min(1).max(5)),
  minutes_days: cited(days),
  nomination_committee: cited(seats),
  auditors: cited(seats),
  fee_decided_by: cited(z.enum(['annual-meeting', 'board'])),
  membership_decided_by: cited(z.enum(['annual-meeting', 'board'])),
})

/** A version as its file gives it. */
export const statutesSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'should be small letters, digits and hyphens'),
    in_force_from: z.iso.date('should be a day like 2023-05-01'),
    adopted_sv: text,
    adopted_en: text,
    assumed: z.boolean(),
    paragraphs: z.array(paragraphSchema).min(1),
    rules: rulesSchema,
  })
  .superRefine(({ paragraphs, rules }, context) => {
    for (const [at, { number }] of paragraphs.entries()) {
      if (number !== at + 1) {
        context.addIssue({
          code: 'custom',
          path: ['paragraphs'],
          message: `§ ${number} should be § ${at + 1}`,
        })
      }
    }
    for (const [name, { paragraph }] of Object.entries(rules)) {
      if (paragraph <= paragraphs.length) continue
      context.addIssue({ code: 'custom', path: ['rules', name], message: `there is no § ${paragraph}` })
    }
  })

export type Paragraph = z.output<typeof paragraphSchema>
export type StatuteRules = z.output<typeof rulesSchema>
export type RuleName = keyof StatuteRules
export type StatutesFacts = z.output<typeof statutesSchema>
