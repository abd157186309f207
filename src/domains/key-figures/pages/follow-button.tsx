import { Button } from '#ui/components/button.tsx'
import { keyFigurePaths } from '../paths.ts'
import type { Voice } from '../sentences.ts'

export interface FollowButtonProps {
  voice: Voice
  field: 'kommun' | 'nyckeltal'
  /** The organisation's code or the figure's id. */
  value: string
  name: string
  /** Undefined for visitors, who cannot follow. */
  followed: boolean | undefined
}

/** Follows what the page is about, or stops: what happens with it stands on the reader's own page. */
export function FollowButton({ voice, field, value, name, followed }: FollowButtonProps) {
  if (followed === undefined) return null
  const { l, t } = voice
  const path = followed ? `${keyFigurePaths.following}/sluta` : keyFigurePaths.following
  return (
    <form id="folj" class="row" method="post" action={l.href(path)}>
      <input type="hidden" name={field} value={value} />
      <input type="hidden" name="fran" value="1" />
      <Button variant="secondary">
        {followed ? t.follow.stop : t.follow.follow}
        <span class="sr-only">{` ${name}`}</span>
      </Button>
      {followed && (
        <span class="subtle">
          {t.follow.followed} <a href={l.href('/mina-sidor#hant')}>{t.follow.mine}</a>
        </span>
      )}
    </form>
  )
}
