import type { Extent, ValueScope } from '#domains/key-figures/index.ts'

/** What a page is about. */
export interface Subject {
  /** Null: every figure. */
  figures: string[] | null
  /** Those shown by name; empty: everyone. */
  codes: string[]
  year: number | null
}

/** The extent that fits a page best: a page without names is about all, one about every figure only about its own. */
export function fittingExtent({ figures, codes, year }: Subject, asked: Extent): Extent {
  const all = figures !== null && (codes.length === 0 || asked === 'all' || asked === 'all-year')
  const oneYear = year !== null && asked.endsWith('-year')
  if (all) return oneYear ? 'all-year' : 'all'
  return oneYear ? 'chosen-year' : 'chosen'
}

/** The values that somebody follows who looks at a page and chooses an extent. */
export function scopesOf({ figures, codes, year }: Subject, extent: Extent): Required<ValueScope>[] {
  const everyone = extent === 'all' || extent === 'all-year'
  const spanned = extent.endsWith('-year') ? year : null
  return (figures ?? [null]).flatMap((figureId) =>
    (everyone ? [null] : codes).map((code) => ({ figureId, code, year: spanned })),
  )
}
