import { keyFigurePaths } from '#domains/key-figures/index.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { CriterionFigures, FigureName } from '../facts.ts'
import { sitePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface CriteriaPageProps {
  l: Locale
  figures: CriterionFigures[]
}

/** The association's criteria, each with an example or with conditions that have one each. */
export function CriteriaPage({ l, figures }: CriteriaPageProps) {
  const { criteria: t, about } = textsOf(l)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(sitePaths.about), label: about.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <nav class="flow" aria-label={t.contents}>
        <ol>
          {t.all.map(({ title }, i) => (
            <li key={title}>
              <a href={`#kriterium-${i + 1}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {t.all.map(({ title, rule, meaning, example, conditions }, i) => (
        <section key={title} aria-labelledby={`kriterium-${i + 1}`}>
          <div>
            <p class="eyebrow">{t.number(i + 1)}</p>
            <h2 id={`kriterium-${i + 1}`}>{title}</h2>
          </div>
          <p class="lead">{rule}</p>
          <p>{meaning}</p>
          {example && <Example l={l} text={example} />}
          {conditions && <Conditions l={l} conditions={conditions} />}
          <FigureLinks l={l} figures={figures.find(({ criterion }) => criterion === i + 1)?.figures ?? []} />
        </section>
      ))}
      <p class="subtle">{t.note}</p>
    </>
  )
}

function Example({ l, text }: { l: Locale; text: string }) {
  return (
    <p>
      <strong>{textsOf(l).criteria.example}:</strong> {text}
    </p>
  )
}

interface ConditionsProps {
  l: Locale
  conditions: { title: string; all: { title: string; meaning: string; example: string }[] }
}

function Conditions({ l, conditions }: ConditionsProps) {
  return (
    <>
      <h3>{conditions.title}</h3>
      <CardGrid>
        {conditions.all.map(({ title, meaning, example }) => (
          <Card key={title} title={title} level={4}>
            <p>{meaning}</p>
            <Example l={l} text={example} />
          </Card>
        ))}
      </CardGrid>
    </>
  )
}

function FigureLinks({ l, figures }: { l: Locale; figures: FigureName[] }) {
  const t = textsOf(l).criteria
  return (
    <>
      <h3>{t.figures}</h3>
      {figures.length === 0 ? (
        <p>{t.noFigures}</p>
      ) : (
        <ul>
          {figures.map(({ id, number, name }) => (
            <li key={id}>
              <a href={l.href(keyFigurePaths.figure(id))}>
                {number} {inLanguage(name, l)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
