import { z } from 'zod'

const text = z.string().trim().min(1, 'is empty')
const day = z.iso.date('should be a day such as 2026-04-20')
const code = z.string().regex(/^\d{4}$/, 'should be the code of an organisation in quotes')
const time = z.string().regex(/^\d{2}:\d{2}$/, 'should be a time such as "10:00"')

const place = { on: day, from: time, place: text, online_address: z.url() }
const boardItem = z.strictObject({
  title: text,
  standing: z.enum(['opening', 'adjusters', 'agenda', 'closing']).optional(),
  text: z.string().default(''),
  said: z.string().default(''),
  decision: text,
  outcome: z.enum(['noted', 'adopted']).default('noted'),
  votes: z.tuple([z.int(), z.int(), z.int()]).optional(),
  reservation: text.optional(),
  task: text.optional(),
})
const board = z.strictObject({
  past: z.strictObject({ on: day, items: z.array(boardItem).min(1) }),
  coming: z.strictObject({ on: day, online_address: z.url(), title: text, text }),
})

const held = z.strictObject({
  ...place,
  to: time,
  called_on: day,
  documents_on: day,
  decisions: z
    .array(
      z.strictObject({
        title: text,
        decision: text,
        outcome: z.enum(['adopt', 'reject', 'answered', 'elected', 'decided']).optional(),
        kind: z.enum(['formality', 'information', 'decision', 'election']).optional(),
      }),
    )
    .min(1),
})
const motion = z.strictObject({
  code,
  title: text,
  text,
  demands: z.array(text).min(1),
  opinion: z.enum(['adopt', 'reject', 'answered']).nullable(),
  opinion_text: z.string().default(''),
})
const candidate = z.strictObject({
  post: z.enum(['chair', 'member', 'substitute', 'auditor', 'nomination-committee']),
  name: text,
  code: code.nullable(),
  presentation: text,
  proposed: z.boolean(),
})
const next = z.strictObject({
  ...place,
  motions: z.array(motion),
  proposals: z.array(
    z.strictObject({
      kind: z.enum(['fee', 'statutes', 'activity-plan', 'budget', 'other']),
      title: text,
      text,
    }),
  ),
  fee: z.strictObject({
    year: z.int(),
    fixed: z.number(),
    municipality_rate: z.number(),
    region_rate: z.number(),
    population_year: z.int(),
  }),
  motion_deadline: z.strictObject({ days: z.int().positive(), words: z.tuple([text, text]) }),
  candidates: z.array(candidate),
})
const ballot = z.strictObject({
  item: text,
  at: time,
  kind: z.enum(['yes-no', 'alternatives', 'names']),
  secret: z.boolean(),
  question: text,
  options: z.array(text).default([]),
  seats: z.int().positive().nullable().default(null),
  rounds: z.array(z.array(z.array(z.int())).min(1)).min(1),
})

const who = z.tuple([code, z.enum(['contact-politician', 'contact-official'])])
const matter = {
  kind: z.enum(['consultation', 'initiative']),
  title: text,
  counterpart: text,
  reference: z.string().default(''),
  summary: text,
  deadline: day.nullable(),
}
const endorsed = z.array(z.strictObject({ codes: z.array(code).min(1), version: z.int().positive() }))
const advocacy = z.strictObject({
  open: z.strictObject({
    ...matter,
    versions: z
      .array(z.strictObject({ on: day, text, in_substance: z.boolean().default(true), note: text }))
      .min(1),
    demands: z.array(text),
    comments: z.array(z.strictObject({ by: who, on: day, paragraph: z.int(), body: text })),
    endorsed,
    sections: z.array(z.strictObject({ title: text, body: text })).min(1),
    asked: z.strictObject({ to: z.tuple([who, who]), knows: text, answer: text }),
  }),
  sent: z.array(
    z.strictObject({
      ...matter,
      text,
      demands: z.array(
        z.strictObject({
          text,
          outcome: z.enum(['waiting', 'law', 'practice', 'rejected']).default('waiting'),
          on: day.nullable().default(null),
          source: z.string().default(''),
          note: z.string().default(''),
        }),
      ),
      endorsed,
      adopted_on: day,
      paragraph: text,
      reservations: z.string().default(''),
      sent_on: day,
    }),
  ),
  delegation: z.strictObject({ under: text, municipality: text, region: text }),
  board: text,
})

/** How an association's demonstration makes up its meetings and its advocacy. */
export const governing = z.strictObject({
  board,
  annual: z.strictObject({ earlier_term: day, held, next, ballots: z.array(ballot) }),
  advocacy,
})
export type Governing = z.output<typeof governing>
