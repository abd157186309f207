import { z } from 'zod'

// The keys and types that clients of v3 were recorded to get; strict, so that one too many fails as well.
const day = z.iso.date().nullable()
export const kpi = z.strictObject({
  id: z.string().regex(/^[NU]\d{5}$/),
  title: z.string().min(1),
  description: z.string().min(1),
  is_divided_by_gender: z.boolean(),
  municipality_type: z.enum(['K', 'L', 'A']),
  auspice: z.enum(['A', 'E', 'O', 'P', 'T', 'X']).nullable(),
  operating_area: z.enum(['Infrastruktur, miljö- och hälsoskydd mm', 'Kommunen, övergripande']),
  perspective: z.enum(['Kvalitet och resultat', 'Resurser', 'Volymer', 'Övrigt']).nullable(),
  prel_publication_date: day,
  publication_date: day,
  publ_period: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  has_ou_data: z.boolean(),
})
export const municipality = z.strictObject({
  id: z.string().regex(/^\d{4}$/),
  title: z.string().min(1),
  type: z.enum(['K', 'L']),
})
export const group = z.strictObject({
  id: z.string().regex(/^G\d+$/),
  title: z.string().min(1),
  members: z.array(z.strictObject({ member_id: z.string(), member_title: z.string() })).min(1),
})
export const datum = z.strictObject({
  kpi: z.string(),
  period: z.int(),
  municipality: z.string().regex(/^(\d{4}|G\d+)$/),
  values: z.tuple([
    z.strictObject({
      gender: z.literal('T'),
      count: z.int().min(0),
      status: z.string(),
      value: z.number().nullable(),
      isdeleted: z.literal(false),
    }),
  ]),
})
export const envelopeOf = <T>(item: z.ZodType<T>) =>
  z.strictObject({
    values: z.array(item),
    next_url: z.url().nullable(),
    previous_url: z.url().nullable(),
    count: z.int(),
  })
export const refusal = z.strictObject({
  detail: z.array(
    z.strictObject({
      type: z.string(),
      loc: z.array(z.string()).min(1),
      msg: z.string().min(1),
      input: z.string().nullable(),
    }),
  ),
})

/** Asks an app for addresses under `/kolada/v3` and holds every answer to the contract. For tests. */
export function clientOf(app: { request: (address: string) => Response | Promise<Response> }) {
  const ask = async (path: string, status: number) => {
    const response = await app.request(`http://localhost:3000/kolada/v3${path}`)
    const type = response.headers.get('content-type')
    const got = `${response.status} ${type}`
    if (response.status !== status || !type?.startsWith('application/json')) {
      throw new Error(`${path} answers ${got}, not ${status} in JSON`)
    }
    return response.json()
  }
  return {
    /** The envelope of an answer that is 200. */
    get: async <T>(path: string, item: z.ZodType<T>) => {
      const answer = envelopeOf(item).parse(await ask(path, 200))
      if (answer.count !== answer.values.length) throw new Error(`${path} counts ${answer.count}`)
      return answer
    },
    /** The faults of a request that is refused. */
    refused: async (path: string) => refusal.parse(await ask(path, 422)).detail,
  }
}
