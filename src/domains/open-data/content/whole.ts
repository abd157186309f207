import type { Cell, Content, Reader } from '../content.ts'

/** A content so small that it is read at once. */
export function wholeContent(
  head: Pick<Content, 'name' | 'columns' | 'key'>,
  load: (reader: Reader) => Promise<Cell[][]>,
): Content {
  return {
    ...head,
    count: async (reader) => (await load(reader)).length,
    async *read(reader, every = 1) {
      const rows = await load(reader)
      yield every === 1 ? rows : rows.filter((_, at) => at % every === 0)
    },
  }
}
