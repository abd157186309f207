import { type Held, type PersonRow, roleName } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { registerPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

interface RecordOf {
  person: PersonRow
  held: Held[]
}

/** Two records side by side, and the choice of which one stays. */
export function MergePage({
  l,
  records,
  today,
}: {
  l: Locale
  records: [RecordOf, RecordOf]
  today: string
}) {
  const texts = textsOf(l)
  const t = texts.merge
  const [one, other] = records
  const roles = ({ held }: RecordOf) =>
    held
      .map(({ role, organisationName, until }) => {
        const name = `${roleName(role, l)}, ${organisationName}`
        return until !== null && until <= today ? `${name} (${t.former})` : name
      })
      .join('; ')
  const facts: { label: string; of: (record: RecordOf) => string }[] = [
    { label: texts.people.name, of: ({ person }) => person.name },
    { label: texts.people.email, of: ({ person }) => person.email ?? '' },
    { label: texts.people.workTitle, of: ({ person }) => person.title },
    { label: texts.people.phone, of: ({ person }) => person.phone },
    { label: texts.people.roles, of: roles },
    { label: t.since, of: ({ person }) => l.date(person.created_at) },
  ]
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(registerPaths.doubles), label: texts.doubles.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <DataTable
        l={l}
        id="jamforelse"
        caption={t.title}
        captionHidden
        rows={facts}
        rowKey={({ label }) => label}
        columns={[
          { key: 'fact', head: t.fact, rowHead: true, cell: ({ label }) => label },
          { key: 'one', head: t.record(1), cell: ({ of }) => of(one) },
          { key: 'other', head: t.record(2), cell: ({ of }) => of(other) },
        ]}
      />
      <form class="form" method="post" action={l.href(registerPaths.merge(one.person.id, other.person.id))}>
        <Boxes
          id="stays"
          name="stays"
          kind="radio"
          legend={t.choose}
          hint={t.what}
          chosen={[String(one.person.id)]}
          options={records.map(({ person }, i) => ({
            value: String(person.id),
            label: `${t.record(i + 1)}: ${person.name}, ${person.email ?? t.noEmail}`,
          }))}
        />
        <Button>{t.button}</Button>
      </form>
    </>
  )
}
