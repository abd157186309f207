import { organisationPaths } from '#domains/members/index.ts'
import { Notice } from '#ui/components/notice.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Ownership } from '../figure.ts'
import type { Voice } from '../sentences.ts'

/** Says of a member's own key figure that it is one: who keeps it, who follows it, and that no meeting decided on it. */
export function OwnNotice({ voice: { l, t }, own }: { voice: Voice; own: Ownership }) {
  const { code, name, followers, archived, madeUp } = own
  const others = followers.filter((one) => one.code !== code)
  return (
    <Notice>
      <p>
        <Tag tone="brand">{t.own.badge}</Tag> {archived && <Tag tone="outline">{t.own.archived}</Tag>}{' '}
        {madeUp && <MadeUpBadge label={t.madeUp} />}
      </p>
      <p>
        {t.own.keptBy} <a href={l.href(organisationPaths.profile(code))}>{name}</a>
        {others.length > 0 && `. ${t.own.together(l.list(others.map((one) => one.name)))}`}. {t.own.undecided}
      </p>
    </Notice>
  )
}
