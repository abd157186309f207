import { type ImportSource, importReadings, saveSource } from '#domains/key-figures/index.ts'
import type { Adapter, Read } from '../adapter.ts'
import { ImportFault } from '../import-fault.ts'
import type { MappedReading } from '../rules/columns.ts'
import type { Change } from '../rules/run.ts'
import { findFile } from './file-queries.ts'
import type { FileMapping } from './mapping.ts'
import { readTables } from './read-file.ts'

/** A national file, as its columns are mapped: one item, so that nothing of it is ever loaded halfway. */
export const fileAdapter: Adapter = {
  list: async (_, { fileName }) => [fileName],
  open: async (place, run) => {
    const file = run.fileId === null ? undefined : await findFile(place.db, run.fileId)
    if (!file) throw new ImportFault('file-gone', run.fileName)
    return async () => {
      const { mapping } = file
      if (!mapping) throw new ImportFault('file-not-mapped', file.fileName)
      const read = await readTables(place.db, file.tables, mapping)
      if ('fault' in read) throw new ImportFault(read.fault, read.detail)
      const [worst] = read.faults
      if (worst && !file.skipsFaulty) throw new ImportFault('rows-with-faults', String(read.faults.length))
      const faulty = read.faults.length
      return {
        changed: true,
        rows: read.readings.length,
        marks: new Map(),
        remark: faulty > 0 ? `rows-left-out: ${faulty}` : '',
        write: writingOf(file.mappingName, mapping, read.readings, place.today),
      }
    }
  },
}

/** Writes what was read out of a file. */
export function writingOf(
  mappingName: string,
  mapping: FileMapping,
  readings: MappedReading[],
  today: string,
): Extract<Read, { changed: true }>['write'] {
  const source = sourceOf(mappingName, mapping)
  return async (trx, now) => {
    await saveSource(trx, source, today)
    const changes: Change[] = []
    for (const [figureId, some] of Map.groupBy(readings, (reading) => reading.figureId)) {
      const given = some.map(({ code, year, value, missing }) => ({
        code,
        year,
        value,
        missing,
        status: mapping.status,
        sourceStatus: '',
        deleted: false,
      }))
      const { basis, publisher } = mapping
      const from = { figureId, sourceId: source.id, basis, reportedBy: publisher, overMembers: false }
      changes.push(...(await importReadings(trx, given, from, now)))
    }
    return changes
  }
}

/** The source of a mapping: one file after the other by the same name is the same source. */
function sourceOf(name: string, { publisher }: FileMapping): ImportSource {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return {
    id: `fil-${slug || 'utan-namn'}`,
    title: { sv: name, en: name },
    publisher,
    licence: {
      sv: 'Utgivarens villkor gäller och är inte kontrollerade här.',
      en: 'The publisher’s terms apply and were not checked here.',
    },
    address: null,
    covers: { sv: `Värden ur filer från ${publisher}.`, en: `Values from files by ${publisher}.` },
  }
}
