/** A majority or quorum as statutes say it: `more than 1/2`, `at least 2/3`. */
export interface Share {
  /** Whether exactly the share is not enough. */
  moreThan: boolean
  part: number
  whole: number
}

const written = /^(more than|at least) ([1-9]\d{0,2})\/([1-9]\d{0,3})$/

/** Reads `more than 1/2` or `at least 2/3`; undefined when it is written in another way or over one. */
export function readShare(text: string): Share | undefined {
  const [, way, part, whole] = written.exec(text) ?? []
  if (!way || Number(part) > Number(whole)) return undefined
  return { moreThan: way === 'more than', part: Number(part), whole: Number(whole) }
}

/** The share as it is written in the file. */
export function writeShare({ moreThan, part, whole }: Share): string {
  return `${moreThan ? 'more than' : 'at least'} ${part}/${whole}`
}

/** Whether `count` of `total` reaches the share; exact, without floating point. Nothing of nothing reaches none. */
export function reaches(share: Share, count: number, total: number): boolean {
  if (total <= 0) return false
  return share.moreThan ? count * share.whole > total * share.part : count * share.whole >= total * share.part
}

/** The smallest count of `total` that reaches the share. */
export function fewestOf(share: Share, total: number): number {
  return share.moreThan
    ? Math.floor((total * share.part) / share.whole) + 1
    : Math.ceil((total * share.part) / share.whole)
}
