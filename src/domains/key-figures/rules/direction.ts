import type { Direction } from '../tables.ts'

/** Whether `a` is better than `b`; equal values are neither better nor worse. */
export function isBetter(a: number, b: number, direction: Direction): boolean {
  return direction === 'up' ? a > b : a < b
}

/** Comparator that puts the best value first. */
export function betterFirst(direction: Direction): (a: number, b: number) => number {
  return direction === 'up' ? (a, b) => b - a : (a, b) => a - b
}
