import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { apiPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** How an assistant connects, and what it can ask. */
export function Assistants({ l, origin }: { l: Locale; origin: string }) {
  const t = textsOf(l).page.assistants
  const local = { mcpServers: { ekokommun: { command: 'node', args: ['bin/ekokommun.mjs', 'mcp'] } } }
  return (
    <section aria-labelledby="assistenter">
      <h2 id="assistenter">{t.title}</h2>
      <p>{t.text}</p>
      <p>{t.address}</p>
      <pre class="code-block">{origin + apiPaths.assistants}</pre>
      <p>{t.local}</p>
      <pre class="code-block">{JSON.stringify(local, null, 2)}</pre>
      <DataTable
        l={l}
        id="verktyg"
        caption={t.tools}
        sticky={false}
        columns={[
          { key: 'tool', head: t.tool, rowHead: true, cell: ([name]) => <code>{name}</code> },
          { key: 'does', head: t.does, cell: ([, does]) => does },
        ]}
        rows={Object.entries(t.list)}
        rowKey={([name]) => name}
      />
    </section>
  )
}
