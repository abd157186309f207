import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { frameTexts } from '#ui/texts.ts'
import { letterPaths } from '../paths.ts'
import { letterKinds } from '../rules.ts'
import type { LetterKind } from '../tables.ts'
import { textsOf } from '../texts.ts'

export interface UnsubscribePageProps {
  l: Locale
  kind: LetterKind
  token: string
  step: 'ask' | 'done' | 'undone'
}

/** One question, one button, and the way back. */
export function UnsubscribePage({ l, kind, token, step }: UnsubscribePageProps) {
  const texts = textsOf(l)
  const t = texts.unsubscribe
  const lead = { ask: t.ask, done: t.done, undone: t.undone }[step](texts.kinds[kind])
  return (
    <div class="narrow">
      <PageHeader title={t.title} lead={lead} />
      <form method="post" action={l.href(letterPaths.unsubscribe(token))}>
        {step === 'done' ? (
          <Button variant="secondary" name="angra" value="1">
            {t.undo}
          </Button>
        ) : (
          <Button>{t.button}</Button>
        )}
      </form>
    </div>
  )
}

/** One's own choice among the kinds of letters. */
export function MyLettersPage({ l, declined, saved }: { l: Locale; declined: LetterKind[]; saved: boolean }) {
  const texts = textsOf(l)
  const t = texts.unsubscribe
  return (
    <div class="narrow">
      <Breadcrumbs l={l} steps={[{ href: l.href('/mina-sidor'), label: frameTexts(l).myPages }]} />
      <Done text={saved && texts.notices.sparat} />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="flow" method="post" action={l.href(letterPaths.mine)}>
        <Boxes
          id="vill"
          name="vill"
          legend={t.choose}
          chosen={letterKinds.filter((kind) => !declined.includes(kind))}
          options={letterKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
        />
        <p class="subtle">{t.always}</p>
        <Button>{t.save}</Button>
      </form>
    </div>
  )
}
