import { z } from 'zod'

const text = z
  .string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'should be text') })
  .trim()
  .min(1, 'is empty')
const texts = z.array(text).min(1, 'is empty')

const condition = z.strictObject({ title: text, meaning: text, example: text })
const criterion = z
  .strictObject({
    title: text,
    /** In a few words, above the key figures that serve it. */
    short: text,
    rule: text,
    meaning: text,
    example: text.optional(),
    conditions: z.strictObject({ title: text, all: z.array(condition).min(1) }).optional(),
  })
  .refine(
    ({ example, conditions }) => example || conditions,
    'should have an example, or conditions with one each',
  )

/** Whom to turn to, and where. */
const authority = z.strictObject({ text, link: text, address: z.url('should be an address') })

/** What an association says about itself in one language: its file `texts.<language>.yaml`. */
export const textsSchema = z.strictObject({
  /** In one sentence, at the foot of every page. */
  purpose: text,
  start: z.strictObject({
    description: text,
    promise: text,
    lead: text,
    search_hint: text,
    glance: text,
    follow: text,
    learn: text,
    govern: text,
    share_of_people: text.refine(
      (words) => words.includes('{share}'),
      'should say {share} where the share stands',
    ),
    made_up_members: text,
    /** On the picture that shows when the site is shared. */
    shared_picture: text,
  }),
  about: z.strictObject({
    description: text,
    lead: text,
    vision: texts,
    criteria: text,
    who: texts,
    history: text,
    made_up_members: text,
    gets: texts,
    works: z.array(z.strictObject({ term: text, meaning: text })).min(1),
    join: texts,
    voices: z
      .strictObject({ note: text, people: z.array(z.strictObject({ who: text, role: text, text })).min(1) })
      .optional(),
  }),
  criteria: z.strictObject({
    title: text,
    description: text,
    lead: text,
    note: text,
    all: z.array(criterion).min(1).max(12),
  }),
  history: z.strictObject({
    description: text,
    lead: text,
    events: z.array(z.strictObject({ year: text, title: text, text })).min(1),
    sources: texts,
  }),
  secretariat: z.strictObject({
    /** Shown beside the address, for one that is an example or no longer holds. */
    remark: z.strictObject({ title: text, text }).optional(),
    board: text,
    experts: text,
  }),
  /** Shown with statutes that are assumed. */
  statutes_remark: text,
  law: z.strictObject({
    accessibility: z.strictObject({
      intro: text,
      status_title: text,
      status: text,
      aim: text,
      authority: authority.optional(),
    }),
    privacy: authority.optional(),
  }),
})

export type OwnTexts = z.output<typeof textsSchema>
