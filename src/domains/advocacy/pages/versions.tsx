import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Select } from '#ui/components/field.tsx'
import { Tag } from '#ui/components/tag.tsx'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import type { ParagraphChange } from '../text/differences.ts'
import { textsOf } from '../texts.ts'
import type { VersionStep } from '../version-queries.ts'
import { Difference } from './difference.tsx'
import { MatterFrame } from './matter-frame.tsx'

export interface VersionsPageProps {
  l: Locale
  matter: Matter
  versions: VersionStep[]
  /** The two that are compared; the first may be 0, nothing at all. */
  compared: { from: number; to: number; changes: ParagraphChange[] } | null
}

/** Every version of the text, and what differs between two of them. */
export function VersionsPage({ l, matter, versions, compared }: VersionsPageProps) {
  const texts = textsOf(l)
  const t = texts.versions
  const options = versions.map(({ number }) => ({ value: String(number), label: t.number(number) }))
  return (
    <MatterFrame l={l} matter={matter} view="versions" member>
      {versions.length === 0 && <p>{texts.text.none}</p>}
      {versions.length > 0 && (
        <DataTable
          l={l}
          id="versioner-tabell"
          caption={t.title}
          rows={versions}
          rowKey={({ number }) => String(number)}
          columns={[
            {
              key: 'number',
              head: t.version,
              rowHead: true,
              cell: ({ number }) => (
                <a
                  href={`${l.href(advocacyPaths.versions(matter.id))}?fran=${number - 1}&till=${number}#skillnaden`}
                >
                  {t.number(number)}
                </a>
              ),
            },
            { key: 'at', head: t.when, cell: ({ writtenAt }) => l.moment(writtenAt) },
            { key: 'by', head: t.by, cell: ({ writer }) => writer ?? texts.forgotten },
            { key: 'note', head: t.note, cell: ({ note }) => note },
            {
              key: 'substance',
              head: t.kind,
              cell: ({ inSubstance }) => (
                <Tag tone={inSubstance ? 'outline' : 'neutral'}>
                  {inSubstance ? t.inSubstance : t.language}
                </Tag>
              ),
            },
          ]}
        />
      )}
      {versions.length > 1 && (
        <form class="chooser flow" method="get" action={l.href(advocacyPaths.versions(matter.id))}>
          <div class="chooser__fields">
            <Select
              id="fran"
              name="fran"
              label={t.from}
              value={String(compared?.from ?? '')}
              options={options}
            />
            <Select id="till" name="till" label={t.to} value={String(compared?.to ?? '')} options={options} />
          </div>
          <Button variant="secondary">{t.compare}</Button>
        </form>
      )}
      {compared && (
        <section class="flow" aria-labelledby="skillnaden">
          <h2 id="skillnaden">{compared.from === 0 ? t.first : t.between(compared.from, compared.to)}</h2>
          <div lang={otherLanguage(matter.language, l)}>
            <Difference l={l} changes={compared.changes} />
          </div>
        </section>
      )}
    </MatterFrame>
  )
}
