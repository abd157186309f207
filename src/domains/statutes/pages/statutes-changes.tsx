import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { ruleNames } from '../proposal-form.ts'
import type { Statutes } from '../queries.ts'
import { ruleWords } from '../rule-words.ts'
import { textsOf } from '../texts.ts'

interface Change {
  key: string
  what: string
  before: string
  after: string
}

/** Two versions side by side: only the paragraphs and rules that differ. */
export function StatutesChanges({ l, before, after }: { l: Locale; before: Statutes; after: Statutes }) {
  const t = textsOf(l).proposals
  const changes = [...changedParagraphs(l, before, after), ...changedRules(l, before, after)]
  return (
    <div class="flow">
      {after.reason ? <Markdown text={after.reason} /> : null}
      {changes.length === 0 ? (
        <EmptyState title={t.same} />
      ) : (
        <DataTable
          l={l}
          id="andringar"
          caption={t.changes}
          sticky={false}
          columns={[
            { key: 'what', head: t.what, rowHead: true, cell: ({ what }) => what },
            { key: 'before', head: t.before, cell: ({ before: text }) => text },
            { key: 'after', head: t.after, cell: ({ after: text }) => text },
          ]}
          rows={changes}
          rowKey={({ key }) => key}
        />
      )}
    </div>
  )
}

function changedParagraphs(l: Locale, before: Statutes, after: Statutes): Change[] {
  const t = textsOf(l)
  const textOf = (statutes: Statutes, number: number) => {
    const paragraph = statutes.paragraphs.find((one) => one.number === number)
    if (!paragraph) return ''
    return l.language === 'en'
      ? `${paragraph.title_en}. ${paragraph.text_en}`
      : `${paragraph.title_sv}. ${paragraph.text_sv}`
  }
  const numbers = [...new Set([...before.paragraphs, ...after.paragraphs].map(({ number }) => number))]
  return numbers
    .map((number) => ({
      key: `p${number}`,
      what: t.paragraph(number),
      before: textOf(before, number),
      after: textOf(after, number),
    }))
    .filter((change) => change.before !== change.after)
}

function changedRules(l: Locale, before: Statutes, after: Statutes): Change[] {
  const t = textsOf(l)
  const wordsOf = ({ rules }: Statutes, name: (typeof ruleNames)[number]) =>
    `${ruleWords(l, rules, name)} (${t.paragraph(rules[name].paragraph)})`
  return ruleNames
    .map((name) => ({
      key: name,
      what: t.rules[name],
      before: wordsOf(before, name),
      after: wordsOf(after, name),
    }))
    .filter((change) => change.before !== change.after)
}
