import { roleName } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { registerPaths } from '../paths.ts'
import { writeRegisterFilter } from '../register-filter.ts'
import { dayBefore, memberStatuses } from '../rules/membership.ts'
import type { RegisterFilter, RegisterRow } from '../rules/register.ts'
import { textsOf } from '../texts.ts'

export interface RegisterPageProps {
  l: Locale
  filter: RegisterFilter
  /** Those of this page. */
  rows: RegisterRow[]
  /** Organisations that the filter keeps. */
  found: number
  /** From 1. */
  pageNumber: number
  pages: number
  /** Organisations in the register, before the filter. */
  total: number
  counties: { code: string; name: string }[]
  done: string | undefined
  /** A button was pressed without any row ticked. */
  nothingChosen: boolean
}

const rolesToLack = ['contact-politician', 'contact-official', 'reporter', 'invoice-recipient', 'delegate']

/** The register of organisations: filter, rows to tick, and what can be done with them. */
export function RegisterPage(props: RegisterPageProps) {
  const { l, filter, rows, found, pageNumber, pages, total, done, nothingChosen } = props
  const texts = textsOf(l)
  const t = texts.register
  const query = writeRegisterFilter(filter)
  const notice = done && t.notices[done]
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href('/kansli'), label: texts.desk }]} />
      <Done text={notice} />
      {nothingChosen && (
        <Notice tone="warning" role="alert">
          <p>{t.nothingChosen}</p>
        </Notice>
      )}
      <PageHeader title={t.title} lead={t.lead} />
      <Filter {...props} />
      <p role="status">{t.found(l.number(found), l.number(total))}</p>
      {rows.length === 0 ? (
        <EmptyState title={t.none}>
          <p>
            <a href={l.href(`${registerPaths.list}?status=all`)}>{t.showAll}</a>
          </p>
        </EmptyState>
      ) : (
        <form class="flow" method="get" action={l.href(registerPaths.chosen)}>
          {[...new URLSearchParams(query)].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Table l={l} rows={rows} />
          <fieldset class="boxes">
            <legend>{t.withChosen}</legend>
            <Checkbox id="alla" name="alla" label={t.allShown(l.number(found))} />
            <div class="row">
              <Button variant="secondary" name="gor" value="brev">
                {t.write}
              </Button>
              <Button variant="secondary" name="gor" value="xlsx">
                {t.exportAs('XLSX')}
              </Button>
              <Button variant="secondary" name="gor" value="csv">
                {t.exportAs('CSV')}
              </Button>
              <Button variant="secondary" name="gor" value="avsluta">
                {t.end}
              </Button>
            </div>
          </fieldset>
        </form>
      )}
      <Pagination
        l={l}
        page={pageNumber}
        pages={pages}
        href={(page) => l.href(`${registerPaths.list}${query}${query ? '&' : '?'}sida=${page}`)}
      />
      <DownloadLinks
        l={l}
        files={[
          { href: l.href(`/kansli/register.xlsx${query}`), label: 'XLSX' },
          { href: l.href(`/kansli/register.csv${query}`), label: 'CSV' },
        ]}
      />
      <div class="row">
        <ButtonLink variant="secondary" href={l.href(registerPaths.newPartner)}>
          {texts.partner.title}
        </ButtonLink>
        <ButtonLink variant="secondary" href={l.href(registerPaths.people)}>
          {texts.people.title}
        </ButtonLink>
        <ButtonLink variant="secondary" href={l.href(registerPaths.imports)}>
          {texts.import.title}
        </ButtonLink>
      </div>
    </>
  )
}

function Filter({ l, filter, counties }: RegisterPageProps) {
  const texts = textsOf(l)
  const t = texts.register
  const any = { value: '', label: t.any }
  return (
    <form class="choices" method="get" action={l.href(registerPaths.list)}>
      <Input id="sok" name="sok" type="search" label={t.search} value={filter.text} autocomplete="off" />
      <Select
        id="status"
        name="status"
        label={t.status}
        value={filter.status}
        options={[
          { value: 'all', label: t.any },
          ...memberStatuses.map((status) => ({ value: status, label: texts.statuses[status] })),
        ]}
      />
      <Select
        id="slag"
        name="slag"
        label={t.kind}
        value={filter.kind ?? ''}
        options={[
          any,
          ...(['municipality', 'region', 'partner'] as const).map((kind) => ({
            value: kind,
            label: texts.kinds[kind],
          })),
        ]}
      />
      <Select
        id="lan"
        name="lan"
        label={t.county}
        value={filter.countyCode}
        options={[any, ...counties.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <Select
        id="saknar"
        name="saknar"
        label={t.lacks}
        value={filter.lacks}
        options={[
          { value: '', label: t.nothing },
          ...rolesToLack.map((role) => ({ value: role, label: roleName(role, l) })),
        ]}
      />
      <Checkbox
        id="profil"
        name="profil"
        value="ofullstandig"
        label={t.incomplete}
        checked={filter.incomplete}
      />
      <Checkbox id="slutar" name="slutar" label={t.leaving} checked={filter.leaving} />
      <Button>{t.show}</Button>
    </form>
  )
}

function Table({ l, rows }: { l: Locale; rows: RegisterRow[] }) {
  const texts = textsOf(l)
  const t = texts.register
  const holderOf = (row: RegisterRow, role: string) =>
    row.holders.find((holder) => holder.role === role)?.name ?? <span class="subtle">{t.vacant}</span>
  return (
    <DataTable
      l={l}
      id="register"
      caption={t.title}
      captionHidden
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          head: t.name,
          rowHead: true,
          cell: ({ code, name }) => (
            <>
              <input id={`kod-${code}`} type="checkbox" name="kod" value={code} aria-label={t.choose(name)} />{' '}
              <a href={l.href(registerPaths.one(code))}>{name}</a>
            </>
          ),
        },
        {
          key: 'status',
          head: t.status,
          cell: (row) => <Status l={l} row={row} />,
        },
        { key: 'kind', head: t.kind, cell: ({ kind }) => texts.kinds[kind] },
        { key: 'county', head: t.county, cell: ({ countyName }) => <span lang="sv">{countyName}</span> },
        {
          key: 'politician',
          head: roleName('contact-politician', l),
          cell: (row) => holderOf(row, 'contact-politician'),
        },
        {
          key: 'official',
          head: roleName('contact-official', l),
          cell: (row) => holderOf(row, 'contact-official'),
        },
        { key: 'reporter', head: roleName('reporter', l), cell: (row) => holderOf(row, 'reporter') },
        {
          key: 'profile',
          head: t.profile,
          cell: ({ gaps }) => (gaps === 0 ? t.complete : t.gapCount(gaps)),
        },
      ]}
    />
  )
}

/** Member, observer, left … with the year, and the last day when there is one. */
function Status({ l, row }: { l: Locale; row: RegisterRow }) {
  const texts = textsOf(l)
  const { status, since, until, madeUp } = row
  return (
    <>
      <Tag tone={status === 'member' ? 'brand' : 'outline'}>{texts.statuses[status]}</Tag>{' '}
      {since && texts.register.since(since.slice(0, 4))}
      {until && `, ${texts.register.lastDay(l.date(dayBefore(until)))}`}{' '}
      {madeUp && <MadeUpBadge label={texts.public.madeUp} />}
    </>
  )
}
