import type { Locale } from '#platform/i18n.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { textsOf } from '../texts.ts'
import { mainWays, Ways } from './not-found.tsx'

/** The answer when the program itself failed. */
export function ServerErrorPage({ l }: { l: Locale }) {
  const t = textsOf(l).failures
  return (
    <>
      <PageHeader title={t.serverTitle} lead={t.serverText} />
      <Ways l={l} title={t.insteadTitle} choices={mainWays(l)} />
    </>
  )
}
