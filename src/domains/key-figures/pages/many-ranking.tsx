import { Button } from '#ui/components/button.tsx'
import { Input } from '#ui/components/field.tsx'
import { placeOfPercentile, rowsOnPage } from '../many/shown-positions.ts'
import { keyFigurePaths } from '../paths.ts'
import { writeSelection } from '../selection.ts'
import type { ChosenViewProps } from './chosen-view.tsx'

/** Shares that lead into the ranking, the best first. */
const shares = [99, 90, 75, 50, 25, 10]

/** The way through the ranking of a large group: pages, a place, a share. Nothing in a group that is shown whole. */
export function ManyRanking({ voice, view, selection, address }: ChosenViewProps) {
  const { l, t } = voice
  const { many, summary, figure } = view
  if (!many || !summary || many.rows.length === 0) return null
  const { count } = summary
  const from = (place: number) => address({ wholeRanking: true, place: Math.max(1, place) })
  const isPage = selection.wholeRanking || selection.view === 'tabell'
  const hidden = { ...selection, place: null, wholeRanking: true }
  return (
    <nav aria-label={t.many.jump}>
      {isPage && <p>{t.many.rowsOf(l.number(many.from), l.number(many.to), l.number(count))}</p>}
      <ul class="inline-list">
        {isPage && many.from > 1 && (
          <li>
            <a href={from(many.from - rowsOnPage)} rel="prev">
              {t.many.previous}
            </a>
          </li>
        )}
        {isPage && many.to < count && (
          <li>
            <a href={from(many.to + 1)} rel="next">
              {t.many.next}
            </a>
          </li>
        )}
        {shares.map((share) => (
          <li key={share}>
            <a href={from(placeOfPercentile(share, count))}>{t.many.betterThan(String(share))}</a>
          </li>
        ))}
      </ul>
      <form class="chooser" method="get" action={l.href(keyFigurePaths.figure(figure.id))}>
        {[...new URLSearchParams(writeSelection(hidden))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="chooser__fields">
          <Input id="plats" name="plats" label={t.many.jump} autocomplete="off" />
        </div>
        <Button variant="secondary">{t.many.go}</Button>
      </form>
      <p class="subtle">{t.many.likely}</p>
    </nav>
  )
}
