import type { Cell, Content, Reader } from '../content.ts'

/** A content so small that it is read at once. */
export function wholeContent(
  head: Pick<Content, 'name' | 'columns' | 'key'>,
  load: (reader: Reader) => Promise<Cell[][]>,
): Content {
  return {
    ...head,
    count: async (reader) => (await load(reader)).length,
    async *read(reader) {
      yield await load(reader)
    },
  }
}
