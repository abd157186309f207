import { type Typed, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { textsOf } from '../texts.ts'

export interface PreviewPageProps {
  l: Locale
  title: string
  /** Where the form goes, without the language. */
  action: string
  /** What was typed; it travels along. */
  typed: Typed
  /** What the change means, in sentences. */
  items: string[]
}

/** What a change means before it is saved: save it, or go back to the form with all that was typed. */
export function PreviewPage({ l, title, action, typed, items }: PreviewPageProps) {
  const t = textsOf(l).preview
  const names = Object.keys(typed).filter((name) => name !== 'steg')
  return (
    <>
      <PageHeader title={title} lead={t.lead} />
      <Notice title={t.means}>
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Notice>
      <form class="form" method="post" action={l.href(action)}>
        {names.flatMap((name) =>
          textsIn(typed, name).map((value) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          )),
        )}
        <div class="row">
          <Button name="steg" value="spara">
            {t.save}
          </Button>
          <Button variant="secondary" name="steg" value="andra">
            {t.back}
          </Button>
        </div>
      </form>
    </>
  )
}
