import type { Locale } from '#platform/i18n.ts'
import { textsOf } from '../../texts.ts'

/** A field that people leave empty, for they neither see nor reach it; programs that fill in forms do not. */
export function Trap({ l }: { l: Locale }) {
  return (
    <div class="sr-only" aria-hidden="true">
      <label for="webbplats">{textsOf(l).visit.trap}</label>
      <input id="webbplats" name="webbplats" type="text" tabIndex={-1} autocomplete="off" />
    </div>
  )
}
