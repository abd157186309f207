import { z } from 'zod'

// What we lean on of Kolada's answers (v3). A field that is gone, renamed or of another kind is refused; one more is not.
const day = z.iso.date().nullable()

const kpi = z.object({
  id: z.string().regex(/^[NU]\d{5}$/),
  title: z.string(),
  municipality_type: z.enum(['K', 'L', 'A']),
  prel_publication_date: day,
  publication_date: day,
  publ_period: z.string().nullable(),
})

const row = z.object({
  kpi: z.string(),
  period: z.int().min(1900).max(2200),
  municipality: z.string().min(1),
  values: z.array(
    z.object({
      gender: z.enum(['T', 'K', 'M']),
      status: z.string(),
      value: z.number().nullable(),
      isdeleted: z.boolean(),
    }),
  ),
})

const envelopeOf = <T>(item: z.ZodType<T>) =>
  z.object({ values: z.array(item), next_url: z.string().nullable(), count: z.int().min(0) })

/** A page of the catalogue. */
export const kpiPage = envelopeOf(kpi)
/** A page of values. */
export const dataPage = envelopeOf(row)
