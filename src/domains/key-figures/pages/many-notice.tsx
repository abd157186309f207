import type { FigureView } from '../figure-view.ts'
import type { Voice } from '../sentences.ts'

/** When the sums and places of a large group were computed, and whether they lag behind its values. */
export function ManyNotice({ voice: { l, t }, view, old }: { voice: Voice; view: FigureView; old: boolean }) {
  const { many } = view
  if (!many) return null
  if (old) return <p class="subtle">{t.many.notThen}</p>
  if (!many.computedAt) return <p class="subtle">{t.many.notComputed}</p>
  return (
    <p class="subtle">
      {t.many.computed(l.moment(new Date(many.computedAt)))} {many.waiting && t.many.waiting}
    </p>
  )
}
