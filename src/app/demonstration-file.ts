import { join } from 'node:path'
import { z } from 'zod'
import { readYaml } from '#platform/association/read-yaml.ts'
import { governing } from './demonstration-governing.ts'

const text = z.string().trim().min(1, 'is empty')
const day = z.iso.date('should be a day such as 2026-04-20')
const code = z.string().regex(/^\d{4}$/, 'should be the code of an organisation in quotes')

const seat = z.strictObject({
  name: text,
  home: code,
  role: z.enum(['board-chair', 'board-member', 'board-substitute', 'expert-group', 'secretariat']),
  title: text,
})
const post = z.strictObject({
  role: z.enum(['contact-politician', 'contact-official', 'reporter', 'invoice-recipient', 'member-user']),
  titles: z.array(text).min(1),
})
const further = z.strictObject({
  name: text,
  email: z.email(),
  title: text,
  role: z.enum(['applicant', 'delegate', 'auditor', 'administrator']),
  code: text,
  since: day,
})
const shape = z.strictObject({
  id: text,
  whose: z.enum(['everyone', 'members']),
  level: z.number().positive(),
  spread: z.number().min(0),
  drift: z.number(),
  noise: z.number().min(0),
  min: z.number(),
  max: z.number(),
  decimals: z.int().min(0).max(6),
  direction: z.union([z.literal(1), z.literal(-1)]),
})
const target = z.strictObject({ code, figure: text, value: z.number(), year: z.int(), decision: text })
const schedule = z.strictObject({
  year: z.int(),
  decided_on: day,
  decision: text,
  population_year: z.int(),
})
const event = z.strictObject({
  kind: z.enum(['annual-meeting', 'seminar', 'network-meeting', 'training', 'conference', 'board-meeting']),
  form: z.enum(['on-site', 'online', 'both']),
  open_to: z.enum(['everyone', 'members', 'board']),
  day,
  from: text,
  to: text,
  place: z.string().default(''),
  price: z.number().min(0).default(0),
  title: text,
  summary: text,
  programme: z.string().default(''),
})
const news = z.strictObject({ slug: text, day, title: text, lead: text, body: text })
const example = z.strictObject({
  code,
  year: z.int(),
  figures: z.array(text),
  subjects: z.array(text).min(1),
  criteria: z.array(z.int()),
  sdgs: z.array(z.int()),
  published_on: day,
  title: text,
  summary: text,
  problem: text,
  action: text,
  cost: text,
  duration: text,
  result: text,
  differently: text,
})
const who = z.tuple([code, text])
const question = z.strictObject({
  by: who,
  on: day,
  title: text,
  body: text,
  figures: z.array(text),
  subjects: z.array(text),
  to: who,
  answer: z.strictObject({ on: day, body: text }),
})
const known = z.strictObject({ title: text, subjects: z.array(text).min(1), knows: text, helps: text })

const file = z.strictObject({
  memberships: z.array(z.strictObject({ since: day, codes: z.array(code).min(1) })).min(1),
  seats: z.array(seat).min(1),
  domain: text,
  first_names: z.array(text).min(5),
  last_names: z.array(text).min(5),
  posts: z.array(post).min(1),
  people: z.array(further),
  knowledge: z.array(known),
  fees: z.array(schedule),
  figures: z.array(shape),
  targets: z.array(target),
  targets_decided_on: day,
  round: z.strictObject({ figure: text, comment: text, question: text }),
  events: z.array(event),
  news: z.array(news),
  examples: z.array(example),
  questions: z.array(question),
  governing,
})

/** The demonstration of an association, as its file `demonstration.yaml` makes it up, in its first language. */
export type DemonstrationFile = z.output<typeof file>

/** Reads the demonstration of an association's folder. Throws `AssociationFault` with every fault and its line. */
export function readDemonstration(folder: string): DemonstrationFile {
  return readYaml(
    join(folder, 'demonstration.yaml'),
    file,
    'MODE=production starts an association without a demonstration.',
  ).value
}
