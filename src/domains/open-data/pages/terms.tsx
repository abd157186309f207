import type { Locale } from '#platform/i18n.ts'
import { neighbourPaths, openDataPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface TermsProps {
  l: Locale
  baseUrl: string
  /** When the newest value became known. */
  knownOn: Date | null
}

/** What the data may be used for, and how to tell where they come from. */
export function Terms({ l, baseUrl, knownOn }: TermsProps) {
  const t = textsOf(l).page
  const address = baseUrl + l.href(openDataPaths.page)
  return (
    <>
      <section aria-labelledby="villkor">
        <h2 id="villkor">{t.licenceTitle}</h2>
        <p>
          {t.licence}{' '}
          <a href={`https://creativecommons.org/publicdomain/zero/1.0/deed.${l.language}`}>{t.licenceLink}</a>
        </p>
        <p>
          {t.sources} <a href={l.href(neighbourPaths.sources)}>{t.sourcesLink}</a>
        </p>
      </section>
      <section aria-labelledby="ange-kallan">
        <h2 id="ange-kallan">{t.citeTitle}</h2>
        <p>{t.cite}</p>
        {knownOn && (
          <blockquote>
            <p>{t.citation(address, l.date(knownOn))}</p>
          </blockquote>
        )}
        <p>{t.citeFigure}</p>
      </section>
    </>
  )
}
