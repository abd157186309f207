import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Checkbox } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import type { ImportFile } from '../file/file-queries.ts'
import type { Preview } from '../file/preview.ts'
import { importPaths } from '../paths.ts'
import type { MappedFile } from '../rules/columns.ts'
import { textsOf } from '../texts.ts'
import { faultInWords } from '../words.ts'
import { ChangesTable } from './changes-table.tsx'

const shownChanges = 200
const shownFaults = 50

export interface FilePreviewProps {
  l: Locale
  file: ImportFile
  preview: Preview
  titles: Map<string, string>
}

/** How a file is read and what it would change, before anything is written. */
export function FilePreview({ l, file, preview, titles }: FilePreviewProps) {
  const t = textsOf(l).files
  if ('fault' in preview) {
    return (
      <Notice tone="warning" role="alert" title={t.faultsTitle}>
        <p>{faultInWords(l, `${preview.fault}: ${preview.detail}`)}</p>
      </Notice>
    )
  }
  const { read, changes } = preview
  const count = changes.filter(({ kind }) => kind !== 'kept').length
  const was = file.mapping?.sheet ?? ''
  return (
    <section class="flow" aria-labelledby="andringar">
      <h2 id="andringar">{t.previewTitle}</h2>
      {was !== '' && read.sheet !== '' && was !== read.sheet && <p>{t.renamed(was, read.sheet)}</p>}
      <ul>
        <li>{t.readCount(l.number(read.readings.length))}</li>
        <li>{t.skippedCount(l.number(read.skipped))}</li>
        <li>{t.blankCount(l.number(read.blank))}</li>
        <li>{t.faultCount(l.number(read.faults.length))}</li>
      </ul>
      <Faults l={l} faults={read.faults} />
      {changes.length === 0 ? (
        <p role="status">{t.none}</p>
      ) : (
        <>
          <h3>{t.changes}</h3>
          <p>{t.changesShown(l.number(Math.min(shownChanges, changes.length)), l.number(changes.length))}</p>
          <ChangesTable l={l} caption={t.changes} changes={changes.slice(0, shownChanges)} titles={titles} />
        </>
      )}
      {count > 0 && (
        <form class="flow" method="post" action={l.href(importPaths.load(file.id))}>
          {read.faults.length > 0 && <Checkbox id="hoppa" name="hoppa" label={t.skip} />}
          <Button>{t.load(l.number(count))}</Button>
        </form>
      )}
    </section>
  )
}

function Faults({ l, faults }: { l: Locale; faults: MappedFile['faults'] }) {
  const t = textsOf(l).files
  if (faults.length === 0) return null
  return (
    <Notice tone="warning" role="alert" title={t.faultsTitle}>
      <p>{t.faultsLead}</p>
      <ul>
        {faults.slice(0, shownFaults).map(({ line, column, reason, detail }) => (
          <li key={`${line} ${column}`}>{t.fault(line, column, faultInWords(l, `${reason}: ${detail}`))}</li>
        ))}
      </ul>
      {faults.length > shownFaults && <p>{t.faultsMore(l.number(faults.length - shownFaults))}</p>}
    </Notice>
  )
}
