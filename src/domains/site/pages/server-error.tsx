import type { Locale } from '#platform/i18n.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { textsOf } from '../texts.ts'
import { mainWays, Ways } from './not-found.tsx'

/** The answer when the program itself failed, with the number that the log knows it by. */
export function ServerErrorPage({ l, requestId }: { l: Locale; requestId: string | undefined }) {
  const t = textsOf(l).failures
  return (
    <>
      <PageHeader title={t.serverTitle} lead={t.serverText} />
      {requestId && (
        <p>
          {t.requestId} <code class="request-id">{requestId}</code>
        </p>
      )}
      <Ways l={l} title={t.insteadTitle} choices={mainWays(l)} />
    </>
  )
}
