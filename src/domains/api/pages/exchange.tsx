import { partnerPaths } from '#domains/partners/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { textsOf } from '../texts.ts'

/** The addresses that other networks fetch signed documents from. */
export function Exchange({ l }: { l: Locale }) {
  const t = textsOf(l).page.exchange
  const rows: [address: string, gives: string][] = [
    [partnerPaths.api, t.own],
    [partnerPaths.apiKind('good-examples'), t.examples],
    [partnerPaths.apiKind('key-figures'), t.figures],
    [partnerPaths.apiSchema, t.schema],
  ]
  return (
    <section aria-labelledby="utbyte">
      <h2 id="utbyte">{t.title}</h2>
      <p>
        {t.text} <a href={l.href(partnerPaths.exchange)}>{t.more}</a>.
      </p>
      <DataTable
        l={l}
        id="utbyte-adresser"
        caption={t.title}
        captionHidden
        sticky={false}
        columns={[
          { key: 'address', head: t.address, rowHead: true, cell: ([address]) => <code>GET {address}</code> },
          { key: 'gives', head: t.gives, cell: ([, gives]) => gives },
        ]}
        rows={rows}
        rowKey={([address]) => address}
      />
    </section>
  )
}
