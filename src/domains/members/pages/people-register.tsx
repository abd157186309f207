import { roleName, roles } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { registerPaths } from '../paths.ts'
import type { PeopleFilter, PersonRoleRow } from '../people-queries.ts'
import { textsOf } from '../texts.ts'
import { OrganisationChoice } from './organisation-choice.tsx'

export interface PeopleRegisterPageProps {
  l: Locale
  filter: PeopleFilter
  /** One row for each role; the rows of a person follow each other. */
  people: PersonRoleRow[]
  /** People, not rows. */
  total: number
  /** From 1. */
  pageNumber: number
  pages: number
  organisations: { code: string; name: string }[]
}

/** Everyone whom the association knows: search, filter, and the way to each person. */
export function PeopleRegisterPage(props: PeopleRegisterPageProps) {
  const { l, filter, people, total, pageNumber, pages } = props
  const texts = textsOf(l)
  const t = texts.people
  const query = queryOf(filter)
  const href = (page: number) => {
    const separator = query ? '&' : '?'
    return l.href(registerPaths.people) + query + (page > 1 ? `${separator}sida=${page}` : '')
  }
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href('/kansli'), label: texts.desk },
          { href: l.href(registerPaths.list), label: texts.register.title },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      <Filter {...props} />
      <p role="status">{t.found(total, l.number(total))}</p>
      {people.length === 0 ? (
        <EmptyState title={t.none}>
          <p>
            <a href={l.href(registerPaths.people)}>{t.showAll}</a>
          </p>
        </EmptyState>
      ) : (
        <Table l={l} people={people} />
      )}
      <Pagination l={l} page={pageNumber} pages={pages} href={href} />
      <DownloadLinks
        l={l}
        files={[
          { href: l.href(`/kansli/personer.xlsx${query}`), label: 'XLSX' },
          { href: l.href(`/kansli/personer.csv${query}`), label: 'CSV' },
        ]}
      />
      <ButtonLink variant="secondary" href={l.href(registerPaths.doubles)}>
        {texts.doubles.title}
      </ButtonLink>
    </>
  )
}

function Filter({ l, filter, organisations }: PeopleRegisterPageProps) {
  const texts = textsOf(l)
  const t = texts.people
  const any = { value: '', label: texts.register.any }
  return (
    <form class="choices" method="get" action={l.href(registerPaths.people)}>
      <Input id="sok" name="sok" type="search" label={t.search} value={filter.text} autocomplete="off" />
      <Select
        id="roll"
        name="roll"
        label={t.role}
        value={filter.role}
        options={[any, ...roles.map((role) => ({ value: role, label: roleName(role, l) }))]}
      />
      <OrganisationChoice
        id="organisation"
        name="organisation"
        value={filter.organisationCode}
        texts={t}
        organisations={organisations}
        first={[any]}
      />
      <Checkbox id="adress" name="adress" value="avvisad" label={t.refusedOnly} checked={filter.refused} />
      <Button>{texts.register.show}</Button>
    </form>
  )
}

function Table({ l, people }: { l: Locale; people: PersonRoleRow[] }) {
  const texts = textsOf(l)
  const t = texts.people
  return (
    <DataTable
      l={l}
      id="personer"
      caption={t.title}
      captionHidden
      rows={[...Map.groupBy(people, ({ id }) => id).values()]}
      rowKey={(rows) => String(rows[0]?.id)}
      columns={[
        {
          key: 'name',
          head: t.name,
          rowHead: true,
          cell: ([person]) =>
            person && (
              <>
                <a href={l.href(registerPaths.person(person.id))}>
                  <bdi>{person.name}</bdi>
                </a>{' '}
                {person.madeUp && <MadeUpBadge label={texts.public.madeUp} />}
              </>
            ),
        },
        {
          key: 'roles',
          head: t.roles,
          cell: (rows) =>
            rows
              .filter(({ role }) => role)
              .map(({ role, organisationName }) => `${roleName(role ?? '', l)}, ${organisationName}`)
              .join('; '),
        },
        { key: 'title', head: t.workTitle, cell: ([person]) => person?.title },
        {
          key: 'email',
          head: t.email,
          cell: ([person]) => (
            <>
              {person?.email} {person?.emailFailed && <span class="warning-text">{t.refused}</span>}
            </>
          ),
        },
      ]}
    />
  )
}

function queryOf({ text, role, organisationCode, refused }: PeopleFilter): string {
  const query = new URLSearchParams()
  if (text) query.set('sok', text)
  if (role) query.set('roll', role)
  if (organisationCode) query.set('organisation', organisationCode)
  if (refused) query.set('adress', 'avvisad')
  const written = query.toString()
  return written && `?${written}`
}
