import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { followingPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** One question, one button. */
export function UnsubscribePage({ l, token, step }: { l: Locale; token: string; step: 'ask' | 'done' }) {
  const t = textsOf(l).unsubscribe
  return (
    <div class="narrow">
      <PageHeader title={t.title} lead={step === 'done' ? t.done : t.ask} />
      {step === 'ask' && (
        <form method="post" action={l.href(followingPaths.unsubscribe(token))}>
          <Button>{t.button}</Button>
        </form>
      )}
    </div>
  )
}
