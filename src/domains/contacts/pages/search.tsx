import { roleName, roles } from '#domains/accounts/index.ts'
import { type Organisation, organisationPaths } from '#domains/members/index.ts'
import { criteria } from '#platform/association.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { contactPaths } from '../paths.ts'
import { contactsPerPage, type Size, sizes } from '../rules.ts'
import type { Contact } from '../search-queries.ts'
import type { AskedFor } from '../search-routes.tsx'
import type { SubjectView } from '../subject-queries.ts'
import { textsOf } from '../texts.ts'

export interface SearchPageProps {
  l: Locale
  asked: AskedFor
  contacts: Contact[]
  total: number
  subjects: SubjectView[]
  choices: { figures: { id: string; sv: string; en: string }[]; counties: { code: string; name: string }[] }
  organisations: Organisation[]
  /** To how many a message was just sent. */
  sent: number
}

/** Search, filters, and who fits. */
export function SearchPage(props: SearchPageProps) {
  const { l, asked, contacts, total, organisations, sent } = props
  const texts = textsOf(l)
  const t = texts.search
  return (
    <>
      <Done text={sent > 0 && texts.write.sent(sent)} />
      <PageHeader title={t.title} lead={t.lead} />
      <Filters {...props} />
      {organisations.length > 0 && (
        <section aria-labelledby="organisationer">
          <h2 id="organisationer">{t.organisations}</h2>
          <ul class="row">
            {organisations.map(({ code, name }) => (
              <li key={code}>
                <a href={l.href(organisationPaths.profile(code))}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="flow" aria-labelledby="traffar">
        <h2 id="traffar">{total === 0 ? t.none : t.found(total)}</h2>
        {contacts.length > 0 && (
          <form class="flow" method="get" action={l.href(contactPaths.write)}>
            <ul class="people">
              {contacts.map((contact) => (
                <Found key={contact.personId} l={l} contact={contact} />
              ))}
            </ul>
            <Button variant="secondary">{t.writeChosen}</Button>
          </form>
        )}
        <Pagination
          l={l}
          page={asked.sida}
          pages={Math.ceil(total / contactsPerPage)}
          href={(page) => l.href(contactPaths.search) + queryOf({ ...asked, sida: page })}
        />
      </section>
    </>
  )
}

function queryOf(asked: AskedFor): string {
  const filled = Object.entries(asked).filter(
    ([name, value]) => value !== '' && !(name === 'sida' && value === 1),
  )
  return filled.length ? `?${new URLSearchParams(filled.map(([name, value]) => [name, String(value)]))}` : ''
}

function Filters({ l, asked, subjects, choices }: SearchPageProps) {
  const t = textsOf(l).search
  const any = { value: '', label: t.any }
  const { sida: _, sok, amne, ...rest } = asked
  const isSize = (name: string): name is Size => name in sizes
  return (
    <form class="chooser flow" method="get" action={l.href(contactPaths.search)}>
      <div class="chooser__fields">
        <Input id="sok" name="sok" type="search" label={t.text} value={sok} autocomplete="off" />
        <Select
          id="amne"
          name="amne"
          label={t.subject}
          value={amne}
          options={[
            any,
            ...subjects
              .filter(({ retired }) => !retired)
              .map(({ id, sv, en }) => ({ value: id, label: { sv, en }[l.language] })),
          ]}
        />
      </div>
      <Details summary={t.more} open={Object.values(rest).some(Boolean)}>
        <div class="chooser__fields">
          <Select
            id="nyckeltal"
            name="nyckeltal"
            label={t.figure}
            value={asked.nyckeltal}
            options={[
              any,
              ...choices.figures.map((figure) => ({ value: figure.id, label: figure[l.language] })),
            ]}
          />
          <Select
            id="kriterium"
            name="kriterium"
            label={t.criterion}
            value={asked.kriterium}
            options={[any, ...criteria.map((n) => ({ value: String(n), label: t.criterionName(n) }))]}
          />
          <Select
            id="roll"
            name="roll"
            label={t.role}
            value={asked.roll}
            options={[
              any,
              ...roles
                .filter((role) => role !== 'applicant')
                .map((role) => ({ value: role, label: roleName(role, l) })),
            ]}
          />
          <Select
            id="lan"
            name="lan"
            label={t.county}
            value={asked.lan}
            options={[any, ...choices.counties.map(({ code, name }) => ({ value: code, label: name }))]}
          />
          <Select
            id="storlek"
            name="storlek"
            label={t.size}
            value={asked.storlek}
            options={[
              any,
              ...Object.keys(sizes)
                .filter(isSize)
                .map((size) => ({ value: size, label: t.sizes[size] })),
            ]}
          />
          <Select
            id="sprak"
            name="sprak"
            label={t.language}
            value={asked.sprak}
            options={[
              any,
              ...Object.entries(textsOf(l).languages).map(([value, label]) => ({ value, label })),
            ]}
          />
        </div>
      </Details>
      <Button>{t.button}</Button>
    </form>
  )
}

function Found({ l, contact }: { l: Locale; contact: Contact }) {
  const t = textsOf(l).search
  const { personId, name, title, posts, subjects, knows, helpsWith, mayBeAsked, madeUp } = contact
  return (
    <li>
      <div class="flow">
        <h3>
          <a href={l.href(contactPaths.person(personId))}>{name}</a>
        </h3>
        <p>
          {[title, ...posts.map(({ role, organisation }) => `${roleName(role, l)}, ${organisation}`)]
            .filter(Boolean)
            .join(' · ')}
          {madeUp && ` (${t.madeUp})`}
        </p>
        {subjects.length > 0 && (
          <p class="subtle">{l.list(subjects.map((subject) => subject[l.language]))}</p>
        )}
        {knows && <p>{`${t.knows}: ${knows}`}</p>}
        {helpsWith && <p>{`${t.helps}: ${helpsWith}`}</p>}
      </div>
      {mayBeAsked ? (
        <div class="boxes__box">
          <input id={`till-${personId}`} class="ds-input" type="checkbox" name="till" value={personId} />
          <label for={`till-${personId}`}>{t.choose(name)}</label>
        </div>
      ) : (
        <p class="subtle">{t.notAsked}</p>
      )}
    </li>
  )
}
