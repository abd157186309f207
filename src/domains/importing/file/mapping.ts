import { z } from 'zod'
import type { Mapping } from '../rules/columns.ts'

/** What a file is and what its columns mean, as it is kept to be used again. */
export interface FileMapping extends Mapping {
  /** Who publishes the values, as the source shows. */
  publisher: string
  status: 'preliminary' | 'final'
  basis: 'published' | 'computed'
}

const heading = z.string().max(200).default('')

/** A mapping as it is kept. */
export const fileMapping: z.ZodType<FileMapping> = z.object({
  sheet: heading,
  organisation: z.string().min(1).max(200),
  year: heading,
  value: heading,
  figure: heading,
  figureId: heading,
  factor: z.number(),
  decimal: z.enum(['auto', 'comma', 'point']),
  publisher: z.string().min(1),
  status: z.enum(['preliminary', 'final']),
  basis: z.enum(['published', 'computed']),
})

export const emptyMapping: FileMapping = {
  sheet: '',
  organisation: '',
  year: '',
  value: '',
  figure: '',
  figureId: '',
  factor: 1,
  decimal: 'auto',
  publisher: '',
  status: 'final',
  basis: 'published',
}
