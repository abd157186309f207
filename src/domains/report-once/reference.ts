import { z } from 'zod'
import type { Faults } from '#platform/reference/fault.ts'
import { readYamlList, type SourceFile } from '#platform/reference/read-file.ts'
import { type FormRow, formColumn, formRow } from './form.ts'

const text = z.string().trim().min(1, 'is empty')
const form = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'should be small letters, digits and hyphens'),
  title_sv: text,
  title_en: text,
  issuer: text,
  address: z.url(),
  public_sv: text,
  public_en: text,
  assumed_sv: text,
  assumed_en: text,
  columns: z.array(formColumn).min(1),
})

/** A form as its files give it. */
export type FormFacts = z.infer<typeof form> & { rows: FormRow[] }

/** The forms with their rows; a row that asks for a figure that there is none of is a fault at its line. */
export function readForms(
  read: (name: string) => SourceFile,
  figureIds: ReadonlySet<string>,
  faults: Faults,
): FormFacts[] {
  const listing = read('forms/forms.yaml')
  const seen = new Set<string>()
  return readYamlList(listing, form, faults).map(({ row, line }) => {
    if (seen.has(row.id)) faults.add(listing.file, line, `id: ${row.id} stands twice`)
    seen.add(row.id)
    const keys = row.columns.map(({ key }) => key)
    if (new Set(keys).size < keys.length) faults.add(listing.file, line, 'columns: a key stands twice')
    return { ...row, rows: readRows(read(`forms/${row.id}.yaml`), figureIds, faults) }
  })
}

function readRows(source: SourceFile, figureIds: ReadonlySet<string>, faults: Faults): FormRow[] {
  const seen = new Set<string>()
  return readYamlList(source, formRow, faults).map(({ row, line }) => {
    if (seen.has(row.id)) faults.add(source.file, line, `id: ${row.id} stands twice`)
    seen.add(row.id)
    for (const id of figuresOf(row)) {
      if (!figureIds.has(id)) faults.add(source.file, line, `value: there is no key figure ${id}`)
    }
    return row
  })
}

/** The key figures that a row needs. */
export function figuresOf({ value }: FormRow): string[] {
  if (!value || !('figure' in value)) return []
  return [value.figure, ...(value.divided_by ? [value.divided_by] : [])]
}
