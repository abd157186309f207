import { z } from 'zod'
import { instantOf, localOf } from '#platform/days.ts'
import { line, optionalDay, optionalLine, paragraphs, type Typed } from '#platform/http/form.ts'
import { languages } from '#platform/i18n.ts'
import { longestBody, usualTime } from '../forms.ts'
import type { Article } from './article-queries.ts'
import type { Issue, WrittenIssue } from './issue-queries.ts'

export const issueForm = z.object({
  ar: z.coerce.number('year-wrong').int('year-wrong').min(1980, 'year-wrong').max(2200, 'year-wrong'),
  nummer: z.coerce.number('number-wrong').int('number-wrong').min(1, 'number-wrong').max(99, 'number-wrong'),
  sprak: z.enum(languages).catch('sv'),
  rubrik: line('title-missing', 150),
  ingress: z.string().min(1, 'lead-missing').max(600, 'too-long'),
  dag: optionalDay,
  tid: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'time-wrong')
    .default(''),
  version: z.coerce.number().int().catch(0),
})

export const articleForm = z.object({
  rubrik: line('title-missing', 150),
  ingress: paragraphs(600),
  text: z.string().min(1, 'body-missing').max(longestBody, 'too-long'),
  av: optionalLine(150),
})

/** What the form says of an issue. */
export function issueFrom(values: z.output<typeof issueForm>): WrittenIssue {
  return {
    year: values.ar,
    number: values.nummer,
    language: values.sprak,
    title: values.rubrik,
    lead: values.ingress,
    publishAt: values.dag ? instantOf(values.dag, values.tid || usualTime) : null,
  }
}

/** An issue as its form shows it. */
export function typedIssue(issue: Issue): Typed {
  const out = issue.publishAt && localOf(issue.publishAt)
  return {
    ar: String(issue.year),
    nummer: String(issue.number),
    sprak: issue.language,
    rubrik: issue.title,
    ingress: issue.lead,
    dag: out?.day ?? '',
    tid: out?.time ?? '',
    version: String(issue.version),
  }
}

/** What the form says of an article. */
export function articleFrom(
  values: z.output<typeof articleForm>,
): Pick<Article, 'title' | 'lead' | 'body' | 'byline'> {
  return { title: values.rubrik, lead: values.ingress, body: values.text, byline: values.av }
}

/** An article as its form shows it. */
export function typedArticle({ title, lead, body, byline }: Article): Typed {
  return { rubrik: title, ingress: lead, text: body, av: byline }
}
