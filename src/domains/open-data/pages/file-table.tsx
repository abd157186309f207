import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import type { Download, Offer } from '../overview.ts'
import { metadataPath } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Every content with its rows, day and files. Each row has an anchor: `#nyckeltal`. */
export function FileTable({ l, offers }: { l: Locale; offers: Offer[] }) {
  const t = textsOf(l)
  const words = t.page.columns
  return (
    <DataTable
      l={l}
      id="filtabell"
      caption={t.page.filesTitle}
      captionHidden
      sticky={false}
      rows={offers}
      rowKey={({ content }) => content.name}
      columns={[
        {
          key: 'what',
          head: words.what,
          rowHead: true,
          cell: ({ content }) => (
            <>
              <span id={content.name}>{t.contents[content.name].title}</span>
              <p class="subtle">{t.contents[content.name].about}</p>
            </>
          ),
        },
        { key: 'rows', head: words.rows, numeric: true, cell: ({ rows }) => l.number(rows) },
        {
          key: 'updated',
          head: words.updated,
          cell: ({ changedOn }) => (changedOn ? l.date(changedOn) : '–'),
        },
        {
          key: 'files',
          head: words.files,
          cell: ({ content, downloads }) => (
            <ul class="file-list">
              {downloads.map((download) => (
                <li key={download.path}>
                  <FileLink l={l} download={download} />
                </li>
              ))}
              <li>
                <a href={l.href(metadataPath(content.name))}>CSVW</a>{' '}
                <span class="subtle">({t.page.metadata})</span>
              </li>
            </ul>
          ),
        },
      ]}
    />
  )
}

function FileLink({ l, download: { format, path, bytes } }: { l: Locale; download: Download }) {
  const t = textsOf(l).page
  if (bytes === null) {
    return (
      <>
        {t.formats[format.id]}: {t.tooLong}
      </>
    )
  }
  return (
    <>
      <a href={l.href(path)} rel="nofollow" download>
        {t.formats[format.id]}
      </a>{' '}
      <span class="subtle">({t.about(sizeInWords(bytes, l))})</span>
    </>
  )
}

/** `240 kB`, `3,8 MB` */
export function sizeInWords(bytes: number, l: Locale): string {
  const megabytes = bytes / 1_000_000
  if (megabytes >= 1) return `${l.number(megabytes, megabytes < 10 ? 1 : 0)} MB`
  return `${l.number(Math.max(1, bytes / 1000))} kB`
}
