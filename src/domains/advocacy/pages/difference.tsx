import type { Locale } from '#platform/i18n.ts'
import type { ParagraphChange, Run } from '../text/differences.ts'
import { textsOf } from '../texts.ts'

/** What has changed between two texts: words that came are underlined, words that went are struck through. */
export function Difference({ l, changes }: { l: Locale; changes: ParagraphChange[] }) {
  const t = textsOf(l).difference
  const changed = changes.filter(({ kind }) => kind !== 'same').length
  return (
    <div class="difference flow">
      <p class="field-hint">
        {changed === 0 ? t.none : t.key} {changed > 0 && <ins>{t.added}</ins>}{' '}
        {changed > 0 && <del>{t.removed}</del>}
      </p>
      {changes.map(({ kind, runs }, i) => (
        <p key={i} class={`difference__paragraph difference__paragraph--${kind}`}>
          {kind === 'added' && <span class="difference__what">{t.paragraphAdded} </span>}
          {kind === 'removed' && <span class="difference__what">{t.paragraphRemoved} </span>}
          <Runs runs={runs} />
        </p>
      ))}
    </div>
  )
}

/** One piece of text with its changed words. */
export function Runs({ runs }: { runs: Run[] }) {
  return (
    <>
      {runs.map(({ kind, text }, i) =>
        kind === 'added' ? <ins key={i}>{text}</ins> : kind === 'removed' ? <del key={i}>{text}</del> : text,
      )}
    </>
  )
}
