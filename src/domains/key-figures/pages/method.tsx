import { inLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { methodEn } from '../method.en.ts'
import { methodFi } from '../method.fi.ts'
import { methodSv } from '../method.sv.ts'
import { keyFigurePaths } from '../paths.ts'
import type { Voice } from '../sentences.ts'

/** How everything is calculated, with literature. */
export function MethodPage({ voice }: { voice: Voice }) {
  const { l, t } = voice
  const method = inLanguage({ sv: methodSv, en: methodEn, fi: methodFi }, l)
  const lang = method.toldIn === l.tongue ? undefined : method.toldIn
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(keyFigurePaths.list), label: t.catalogue.title }]} />
      <PageHeader title={method.title} lead={method.lead} />
      <nav aria-label={method.contents}>
        <ul>
          {method.sections.map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      {method.sections.map(({ id, heading, paragraphs, formula, literature }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {formula.length > 0 && (
            <>
              <h3>{method.formula}</h3>
              {formula.map((line) => (
                <p key={line} lang={lang}>
                  {line}
                </p>
              ))}
            </>
          )}
          {literature.length > 0 && (
            <>
              <h3>{method.literature}</h3>
              <ul>
                {literature.map((work) => (
                  <li key={work} lang={lang}>
                    {work}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
    </>
  )
}
