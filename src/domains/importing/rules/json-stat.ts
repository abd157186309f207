/** A dataset of JSON-stat 2: values in one row, the last dimension running fastest. */
export interface Dataset {
  id: string[]
  size: number[]
  dimension: Record<string, { category: { index?: Record<string, number> | string[] | undefined } }>
  /** All values in order, or those that there are by their place. */
  value: (number | null)[] | Record<string, number | null>
}

/** The codes of a dimension in the order of their places. A dimension of one category may leave out its index. */
export function codesOf(category: {
  index?: Record<string, number> | string[] | undefined
  label?: Record<string, string> | undefined
}): string[] {
  const { index, label } = category
  if (index === undefined) return Object.keys(label ?? {})
  if (Array.isArray(index)) return index
  return Object.entries(index)
    .toSorted(([, a], [, b]) => a - b)
    .map(([code]) => code)
}

/** The place of a cell in the row of values: Σ positionᵢ · Π sizes after it. */
export function offsetOf(positions: number[], sizes: number[]): number {
  return positions.reduce((offset, position, i) => offset * (sizes[i] ?? 1) + position, 0)
}

/** Every cell that has a value, with its code in each dimension. Null is missing and is left out, never 0. */
export function cellsOf(dataset: Dataset): { codes: Record<string, string>; value: number }[] {
  const { id, size, value } = dataset
  const codes = id.map((name) => codesOf(dataset.dimension[name]?.category ?? {}))
  const cells: { codes: Record<string, string>; value: number }[] = []
  const given = Array.isArray(value) ? value.entries() : entriesOf(value)
  for (const [offset, number] of given) {
    if (number === null) continue
    const named: Record<string, string> = {}
    let rest = offset
    for (let i = id.length - 1; i >= 0; i -= 1) {
      const length = size[i] ?? 1
      named[id[i] ?? ''] = codes[i]?.[rest % length] ?? ''
      rest = Math.floor(rest / length)
    }
    cells.push({ codes: named, value: number })
  }
  return cells
}

/** What is wrong with a dataset's own measures, or undefined when they agree with each other. */
export function faultOf({ id, size, dimension, value }: Dataset): string | undefined {
  if (id.length !== size.length) return `${id.length} dimensions, ${size.length} sizes`
  for (const [i, name] of id.entries()) {
    const category = dimension[name]?.category
    if (!category) return `${name} is missing`
    const index = category.index
    const count = index === undefined ? 1 : Array.isArray(index) ? index.length : Object.keys(index).length
    if (count !== size[i]) return `${name} has ${count} categories, not ${size[i]}`
    if (index !== undefined && !Array.isArray(index)) {
      const places = new Set(Object.values(index))
      if (
        places.size !== count ||
        [...places].some((place) => !Number.isInteger(place) || place < 0 || place >= count)
      ) {
        return `${name} has places that do not fit`
      }
    }
  }
  const cells = size.reduce((product, one) => product * one, 1)
  if (Array.isArray(value)) return value.length === cells ? undefined : `${value.length} values, not ${cells}`
  return Object.keys(value).every((key) => /^\d+$/.test(key) && Number(key) < cells)
    ? undefined
    : 'a value lies outside'
}

function* entriesOf(value: Record<string, number | null>): Generator<[number, number | null]> {
  for (const [key, number] of Object.entries(value)) yield [Number(key), number]
}
