import { z } from 'zod'
import { line, optionalLine, paragraphs, several, type Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n.ts'
import { type ExampleText, neededTexts } from './rules.ts'

/** The version that was seen when the form was opened. */
const seen = z.coerce.number().int().catch(0)

export const beginForm = z.object({
  rubrik: line('title-missing', 150),
  sprak: z.enum(['sv', 'en']).catch('sv'),
  nyckeltal: several(z.string().max(60)).catch([]),
  efter: z.coerce.number().int().positive().optional().catch(undefined),
})

export const textForm = z.object({
  rubrik: optionalLine(150),
  sammanfattning: paragraphs(400),
  problem: paragraphs(),
  gjorde: paragraphs(8000),
  kostnad: optionalLine(300),
  tid: optionalLine(300),
  resultat: paragraphs(),
  annorlunda: paragraphs(),
  version: seen,
})

/** Which field of the form holds which part of the text. */
export const fieldOf = {
  title: 'rubrik',
  summary: 'sammanfattning',
  problem: 'problem',
  action: 'gjorde',
  cost: 'kostnad',
  duration: 'tid',
  result: 'resultat',
  differently: 'annorlunda',
} as const satisfies Record<keyof ExampleText, string>

/** The text of an example as its form shows it. */
export function typedText(text: ExampleText | undefined, version: number): Typed {
  const fields = Object.entries(fieldOf).map(([part, field]) => [field, text ? textOf(text, part) : ''])
  return { ...Object.fromEntries(fields), version: String(version) }
}

function textOf(text: ExampleText, part: string): string {
  return Object.entries(text).find(([name]) => name === part)?.[1] ?? ''
}

/** What the form says, as a text of an example. */
export function textFrom(values: z.output<typeof textForm>): ExampleText {
  return {
    title: values.rubrik,
    summary: values.sammanfattning,
    problem: values.problem,
    action: values.gjorde,
    cost: values.kostnad,
    duration: values.tid,
    result: values.resultat,
    differently: values.annorlunda,
  }
}

/** What a text lacks, by field: all that is needed when it is published, else its title. */
export function missingIn(text: ExampleText, published: boolean): Record<string, string> {
  const needed = published ? neededTexts : (['title'] as const)
  return Object.fromEntries(
    needed.filter((part) => text[part] === '').map((part) => [fieldOf[part], `${part}-missing`]),
  )
}

export const hideForm = z.object({
  exempel: z.coerce.number().int().catch(0),
  skal: line('reason-missing', 300),
})

export const reportForm = z.object({
  skal: z.string('report-missing').min(1, 'report-missing').max(1000, 'too-long'),
})

/** The languages that an example can be told in. */
export function isLanguage(text: string | undefined): text is Language {
  return text === 'sv' || text === 'en'
}
