/** Every string in a text of any shape, one after the other; what is put together while a page is made is left out. */
export function wordsIn(said: unknown): string {
  if (typeof said === 'string') return said
  if (typeof said !== 'object' || said === null) return ''
  return Object.values(said).map(wordsIn).filter(Boolean).join(' ')
}
