import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import type { DoublesPart } from '../doubles-queries.ts'
import { registerPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Records that may be one person: compare, or say that they are two. */
export function DoublesPage({
  l,
  pairs,
  total,
  more,
  page,
  pages,
  done,
}: DoublesPart & {
  l: Locale
  done: string | undefined
}) {
  const texts = textsOf(l)
  const t = texts.doubles
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href('/kansli'), label: texts.desk },
          { href: l.href(registerPaths.people), label: texts.people.title },
        ]}
      />
      <Done text={done === 'olika' && t.distinct} />
      <PageHeader title={t.title} lead={t.lead} />
      {pages > 1 && <p>{t.count(l.number(total), more)}</p>}
      {pairs.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <ul class="people">
          {pairs.map(({ a, b, reason }) => (
            <li key={`${a.id} ${b.id}`}>
              <div>
                {[a, b].map(({ id, name, email, roles }) => (
                  <p key={id}>
                    <a href={l.href(registerPaths.person(id))}>
                      <bdi>{name}</bdi>
                    </a>
                    {email && `, ${email}`}
                    {roles.length > 0 && `, ${l.list(roles)}`}
                  </p>
                ))}
                <p class="subtle">{t.reasons[reason]}</p>
              </div>
              <div class="row">
                <ButtonLink variant="secondary" href={l.href(registerPaths.merge(a.id, b.id))}>
                  {t.compare}
                </ButtonLink>
                <form method="post" action={l.href(registerPaths.distinct)}>
                  <input type="hidden" name="a" value={a.id} />
                  <input type="hidden" name="b" value={b.id} />
                  <Button variant="tertiary">{t.notDoubles}</Button>
                </form>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        l={l}
        page={page}
        pages={pages}
        href={(wanted) =>
          l.href(wanted > 1 ? `${registerPaths.doubles}?sida=${wanted}` : registerPaths.doubles)
        }
      />
    </>
  )
}
