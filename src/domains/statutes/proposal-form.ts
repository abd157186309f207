import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { ProposedStatutes } from './proposal-queries.ts'
import { writeShare } from './rules/share.ts'
import { type Paragraph, paragraphSchema, type RuleName, rulesSchema, type StatuteRules } from './schema.ts'

export const ruleNames = rulesSchema.keyof().options

/** What a rule may be, where it is one of a few words. */
export const choicesOf: Partial<Record<RuleName, readonly string[]>> = {
  tie_decision: ['chair', 'lot', 'falls'],
  tie_election: ['chair', 'lot'],
  board_tie: ['chair', 'lot', 'falls'],
  fee_decided_by: ['annual-meeting', 'board'],
  membership_decided_by: ['annual-meeting', 'board'],
  other_delegates: ['true', 'false'],
  proxies_between_members: ['true', 'false'],
  observers_vote: ['true', 'false'],
  secret_elections_on_request: ['true', 'false'],
}

/** The rule that is a list of roles. */
export const roleRule = 'voting_roles'
export const votingRoles = ['contact-politician', 'contact-official', 'delegate'] as const

/** The fields of a paragraph. */
export const paragraphFields = ['title_sv', 'text_sv', 'title_en', 'text_en'] as const
export const fieldOf = (field: (typeof paragraphFields)[number], number: number) => `${field}-${number}`
export const citedField = (name: RuleName) => `${name}-paragraf`

/** A version as its form shows it. */
export function typedStatutes({ paragraphs, rules, reason }: ProposedStatutes, version: number): Typed {
  const typed: Typed = { skal: reason, version: String(version) }
  for (const paragraph of paragraphs)
    for (const field of paragraphFields) typed[fieldOf(field, paragraph.number)] = paragraph[field]
  for (const name of ruleNames) {
    const { value, paragraph } = rules[name]
    typed[name] = Array.isArray(value) ? value : typeof value === 'object' ? writeShare(value) : String(value)
    typed[citedField(name)] = String(paragraph)
  }
  return typed
}

/**
 * Reads the form over the version that it changes; errors are sentences' keys by field. A paragraph whose fields are all
 * empty is taken out, and those after it move up.
 */
export function readStatutes(
  typed: Typed,
  before: { paragraphs: Paragraph[]; rules: StatuteRules },
): { proposed: ProposedStatutes } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const reason = textIn(typed, 'skal')
  if (reason.length < 10) errors.skal = 'reason-missing'
  const written = numbersIn(before.paragraphs).filter((number) =>
    paragraphFields.some((field) => textIn(typed, fieldOf(field, number)) !== ''),
  )
  if (written.length === 0) errors.skal ??= 'text-missing'
  const paragraphs = written.flatMap((number, at) => {
    const found = paragraphSchema.safeParse({
      number: at + 1,
      ...Object.fromEntries(paragraphFields.map((field) => [field, textIn(typed, fieldOf(field, number))])),
    })
    if (found.success) return [found.data]
    for (const { path } of found.error.issues) {
      const field = paragraphFields.find((one) => one === path[0])
      if (field) errors[fieldOf(field, number)] = 'text-missing'
    }
    return []
  })
  // Whoever takes a paragraph out closes the gap, and what cites those after it follows.
  const placeOf = (number: number) => written.indexOf(number) + 1
  const rules = rulesSchema.safeParse(
    Object.fromEntries(ruleNames.map((name) => [name, rawRule(typed, name, before.rules, placeOf)])),
  )
  for (const { path } of rules.error?.issues ?? []) {
    const name = ruleNames.find((one) => one === path[0])
    if (name && path[1] === 'paragraph') errors[citedField(name)] = 'paragraph-wrong'
    else if (name) errors[name] ??= 'rule-wrong'
  }
  if (!rules.success || Object.keys(errors).length > 0) return { errors }
  return { proposed: { paragraphs, rules: rules.data, reason } }
}

/** The numbers of the form's paragraphs: those that stand, and one more for a new paragraph. */
export function numbersIn(paragraphs: Pick<Paragraph, 'number'>[]): number[] {
  const numbers = paragraphs.map(({ number }) => number)
  return [...numbers, Math.max(0, ...numbers) + 1]
}

function rawRule(
  typed: Typed,
  name: RuleName,
  before: StatuteRules,
  placeOf: (number: number) => number,
): unknown {
  const text = textIn(typed, name)
  const paragraph = placeOf(wholeOf(textIn(typed, citedField(name))))
  const { value } = before[name]
  if (name === roleRule) return { value: textsIn(typed, name), paragraph }
  if (typeof value === 'boolean') return { value: text === 'true', paragraph }
  if (typeof value === 'number') return { value: wholeOf(text), paragraph }
  if (typeof value === 'object')
    return { value: text.replace(/^mer än/i, 'more than').replace(/^minst/i, 'at least'), paragraph }
  return { value: text, paragraph }
}

const wholeOf = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN)
