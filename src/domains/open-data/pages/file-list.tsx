import type { Locale } from '#platform/i18n.ts'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import type { Download, Offer } from '../overview.ts'
import { metadataPath } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Every content with its rows, day and files. Each has an anchor: `#nyckeltal`. */
export function FileList({ l, offers }: { l: Locale; offers: Offer[] }) {
  const t = textsOf(l)
  return (
    <>
      {offers.map(({ content, rows, changedOn, downloads }) => {
        const { title, about } = t.contents[content.name]
        const there = downloads.filter(({ bytes }) => bytes !== null)
        return (
          <section key={content.name} aria-labelledby={content.name}>
            <h3 id={content.name}>{title}</h3>
            <p>{about}</p>
            <p class="subtle">
              {t.page.rows(l.number(rows), rows === 1)}
              {changedOn && ` · ${t.page.changed(l.date(changedOn))}`}
            </p>
            <DownloadLinks
              l={l}
              id={`filer-${content.name}`}
              files={[
                ...there.map((download) => ({
                  href: l.href(download.path),
                  label: labelOf(download, l),
                })),
                { href: l.href(metadataPath(content.name)), label: t.page.metadata },
              ]}
            />
            {there.length < downloads.length && <p>{t.page.tooLong}</p>}
          </section>
        )
      })}
    </>
  )
}

function labelOf({ format, bytes }: Download, l: Locale): string {
  const t = textsOf(l).page
  return bytes === null ? t.formats[format.id] : `${t.formats[format.id]} (${t.about(sizeInWords(bytes, l))})`
}

/** `240 kB`, `3,8 MB` */
export function sizeInWords(bytes: number, l: Locale): string {
  const megabytes = bytes / 1_000_000
  if (megabytes >= 1) return `${l.number(megabytes, megabytes < 10 ? 1 : 0)} MB`
  return `${l.number(Math.max(1, bytes / 1000))} kB`
}
