import { z } from 'zod'

/** What a column of a form holds in every row; an `open` one is filled in by hand. */
const fill = z.enum([
  'id',
  'label',
  'code',
  'name',
  'year',
  'numerator',
  'denominator',
  'value',
  'text',
  'open',
])

const text = z.string().trim().min(1, 'is empty')

export const formColumn = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9]+$/, 'should be small letters and digits'),
    label_sv: text,
    label_en: text,
    fill,
    text: text.optional(),
  })
  .refine((column) => (column.fill === 'text') === (column.text !== undefined), {
    message: 'a column of fill text, and no other, has a text',
    path: ['text'],
  })

const fromFigure = z.strictObject({
  figure: text,
  /** Our values are per inhabitant; the form wants the whole. */
  times: z.literal('inhabitants').optional(),
  /** From our unit to theirs: kilograms to tonnes is 0.001. */
  factor: z.number().positive().optional(),
  /** Divided by the value of another figure of the same year. */
  divided_by: text.optional(),
})
const fromOrganisation = z.strictObject({ organisation: z.enum(['inhabitants']) })
const constant = z.strictObject({ number: z.number() })

/** Where the value of a row comes from: a key figure, a fact of the organisation, or a constant. */
export const rowValue = z.union([fromFigure, fromOrganisation, constant])

export const formRow = z
  .strictObject({
    id: text,
    label_sv: text,
    label_en: text,
    /** Asked of municipalities or of regions only. */
    for: z.enum(['municipality', 'region']).optional(),
    /** A row without a value is filled in by hand. */
    value: rowValue.optional(),
    note_sv: text.optional(),
    note_en: text.optional(),
  })
  .refine((row) => (row.note_sv === undefined) === (row.note_en === undefined), {
    message: 'a note should stand in both languages',
    path: ['note_sv'],
  })

export type FormColumn = z.infer<typeof formColumn>
export type FormRow = z.infer<typeof formRow>
export type RowValue = z.infer<typeof rowValue>

/** A form of somebody else's, with what of ours goes where. */
export interface Form {
  id: string
  title: { sv: string; en: string }
  issuer: string
  address: string
  /** What is public about the form, and what we had to assume. */
  known: { sv: string; en: string }
  assumed: { sv: string; en: string }
  columns: FormColumn[]
  rows: FormRow[]
}
