import { z } from 'zod'

/** What every program is given to show: the same words to each. */
export const question = { title: 'Provfråga', body: 'Hur **gör** ni?' }

/** So many answers; a forum that counts the question among its posts may show one less on the first page. */
export const answerCount = 20

export const answerText = (n: number): string =>
  `Svar ${n}. Vi gjorde så här, och det tog **ett halvår**:\n\n1. mätte i nio veckor\n2. ändrade två saker\n3. mätte igen`

export const news = {
  slug: 'provnyhet',
  title: 'Provnyhet',
  lead: 'Kommunerna har sparat energi.',
  paragraphs: Array.from(
    { length: 12 },
    (_, n) =>
      `Stycke ${n + 1}. Förskolorna i kommunen har bytt till lågenergilampor, och elanvändningen gick ner med en femtedel på två år. Nu går fler hus över.`,
  ),
}

/** One reading, with the fields that every program is asked for. */
export const value = z.object({
  figure: z.string(),
  organisation: z.string(),
  year: z.int(),
  value: z.number(),
})
export type Value = z.output<typeof value>

/** What is asked for of the values, and what the database itself says the answer is. */
export interface ValueQuery {
  what: string
  figure?: string
  organisation?: string
  year?: number
  limit: number
  expected: Value[]
}

const sorted = (values: Value[]): string =>
  JSON.stringify(values.map((one) => [one.figure, one.organisation, one.year, one.value].join(' ')).sort())

/** Whether an answer in JSON, read by a schema that brings out its list of values, holds exactly the expected ones. */
export const givesValues = (schema: z.ZodType<Value[]>, expected: Value[]) => (answer: string) =>
  sorted(schema.parse(JSON.parse(answer))) === sorted(expected)

/** Whether a page shows the question and the last of its answers but one: a forum may keep the very last for page two. */
export const showsQuestion = (page: string): boolean =>
  page.includes(question.title) && page.includes(`Svar ${answerCount - 1}.`)

/** Whether a page shows the news to its last paragraph. */
export const showsNews = (page: string): boolean =>
  page.includes(news.title) && page.includes(`Stycke ${news.paragraphs.length}.`)
