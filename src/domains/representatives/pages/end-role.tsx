import { type Holder, roleName } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { representativePaths } from '../paths.ts'
import type { OrganisationHead } from '../seat-queries.ts'
import { textsOf } from '../texts.ts'

export interface EndRolePageProps {
  l: Locale
  organisation: OrganisationHead
  holder: Holder
  /** The organisation's only contact. */
  last: boolean
  /** The only contact of a member is for the secretariat to end. */
  mayEnd: boolean
}

/** Asks once more before somebody's role ends, and says what follows. */
export function EndRolePage({ l, organisation, holder, last, mayEnd }: EndRolePageProps) {
  const t = textsOf(l).people
  return (
    <div class="narrow">
      <PageHeader
        title={t.endTitle(holder.name)}
        lead={t.endText(holder.name, roleName(holder.role, l), organisation.name)}
      />
      {last && (
        <Notice tone="warning">
          <p>{t.endLast}</p>
        </Notice>
      )}
      <form
        class="row"
        method="post"
        action={l.href(representativePaths.endRole(organisation.code, holder.appointmentId))}
      >
        {mayEnd && <Button>{t.endButton}</Button>}
        <ButtonLink variant="tertiary" href={l.href(representativePaths.people(organisation.code))}>
          {t.cancel}
        </ButtonLink>
      </form>
    </div>
  )
}
