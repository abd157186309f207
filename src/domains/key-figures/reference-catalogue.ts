import { z } from 'zod'
import { criteria as associationCriteria } from '#platform/association.ts'
import type { Faults } from '#platform/reference/fault.ts'
import { type Located, readYamlList, type SourceFile } from '#platform/reference/read-file.ts'

const text = z.string().trim().min(1, 'is empty')
const set = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'should be small letters, digits and hyphens'),
  /** Without figures a set is told of only: nothing of it is followed. */
  figures: z.boolean().default(true),
  name_sv: text,
  name_en: text,
  decided_year: z.int().nullable().default(null),
  decided_on: z.iso.date('should be a day such as 2002-04-26').nullable().default(null),
  current_from: z.iso.date('should be a day such as 2012-01-01').nullable().default(null),
  decision_sv: text,
  decision_en: text,
})
const methodBreak = z.strictObject({ year: z.int(), reason_sv: text, reason_en: text })
const figure = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'should be small letters, digits and hyphens'),
  number: z.string(),
  name_sv: text,
  name_en: text,
  explanation_sv: text,
  explanation_en: text,
  unit_sv: text,
  unit_en: text,
  decimals: z.int().min(0).max(6),
  direction: z.enum(['up', 'down']),
  scope: z.enum(['place', 'organisation']),
  numerator_sv: text.nullable().default(null),
  numerator_en: text.nullable().default(null),
  denominator_sv: text.nullable().default(null),
  denominator_en: text.nullable().default(null),
  producer_sv: text,
  producer_en: text,
  reported_by: z.enum(['national', 'reporter']),
  plausible: z
    .strictObject({ min: z.number(), max: z.number() })
    .refine(({ min, max }) => min < max, 'min should be below max'),
  target: z
    .strictObject({ value: z.number(), year: z.int(), by_sv: text, by_en: text })
    .nullable()
    .default(null),
  class_limits: z.array(z.number()).min(1).nullable().default(null),
  criteria: z
    .array(z.int().min(1).max(associationCriteria.length, 'is no criterion of the association'))
    .min(1),
  sdgs: z.array(z.int().min(1).max(17)),
  replaces: z.array(text).default([]),
  certainty: z.enum(['decided', 'published', 'inferred']).default('decided'),
  values_note_sv: text.nullable().default(null),
  values_note_en: text.nullable().default(null),
  breaks: z.array(methodBreak).default([]),
})

/** A key figure as its file gives it, with its set and its place in the order of the catalogue. */
export type CatalogueFigure = z.infer<typeof figure> & { set_id: string; ordinal: number }

/** The sets and their key figures, checked against each other. */
export function readCatalogue(read: (name: string) => SourceFile, faults: Faults) {
  const listing = read('key-figures/sets.yaml')
  const sets = readYamlList(listing, set, faults)
  const setIds = new Set<string>()
  for (const { row, line } of sets) {
    if (setIds.has(row.id)) faults.add(listing.file, line, `id: ${row.id} stands twice`)
    setIds.add(row.id)
  }
  const located: (Located<CatalogueFigure> & { file: string })[] = []
  for (const setId of sets.filter(({ row }) => row.figures).map(({ row }) => row.id)) {
    const source = read(`key-figures/${setId}.yaml`)
    for (const { row, line } of readYamlList(source, figure, faults)) {
      if (located.some((before) => before.row.id === row.id)) {
        faults.add(source.file, line, `id: ${row.id} stands twice`)
      }
      located.push({
        file: source.file,
        line,
        row: { ...row, set_id: setId, ordinal: located.length + 1 },
      })
    }
  }
  const ids = new Set(located.map(({ row }) => row.id))
  for (const { file, line, row } of located) checkFigure(row, ids, (reason) => faults.add(file, line, reason))
  return { sets: sets.map(({ row: { figures: _, ...row } }) => row), figures: located.map(({ row }) => row) }
}

/** What one entry must keep to that no single field can tell. */
function checkFigure(row: CatalogueFigure, ids: Set<string>, wrong: (reason: string) => void): void {
  for (const id of row.replaces) if (!ids.has(id)) wrong(`replaces: there is no key figure ${id}`)
  const limits = row.class_limits ?? []
  const sign = row.direction === 'up' ? -1 : 1
  if (limits.some((limit, index) => index > 0 && sign * (limit - (limits[index - 1] ?? 0)) <= 0)) {
    wrong('class_limits: should stand with the best class first')
  }
  if (new Set(row.breaks.map(({ year }) => year)).size < row.breaks.length) {
    wrong('breaks: a year stands twice')
  }
  const pairs = [
    ['numerator', row.numerator_sv, row.numerator_en],
    ['denominator', row.denominator_sv, row.denominator_en],
    ['values_note', row.values_note_sv, row.values_note_en],
  ] as const
  for (const [name, sv, en] of pairs) {
    if ((sv === null) !== (en === null)) wrong(`${name}: should stand in both languages`)
  }
}
