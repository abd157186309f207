import { randomInt } from 'node:crypto'

/** Without those that are easily taken for one another: 0 and O, 1 and I. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 16

/** A fresh receipt of 80 random bits. */
export function newReceipt(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** As it is written for people: four and four. */
export function writtenReceipt(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** A receipt as somebody typed it, without hyphens and in capitals; empty when it cannot be one. */
export function readReceipt(typed: string): string {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return code.length === length ? code : ''
}
