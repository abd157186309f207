import type { ComponentChildren } from 'preact'
import { type Locale, languages, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { ExampleContact } from '../contact-queries.ts'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import { mainLanguage, type Step, stepOfGap, steps } from '../rules/steps.ts'
import { gapsOf } from '../rules.ts'
import { textsOf } from '../texts.ts'

export interface CheckPageProps {
  l: Locale
  example: Example
  /** Titles of the key figures that it is tied to. */
  figures: string[]
  /** What its subjects are called. */
  subjects: string[]
  contact: ExampleContact | undefined
  done: string | undefined
}

/** Every answer once more, each with the way to change it; then to colleagues, or to everyone. */
export function CheckPage(props: CheckPageProps) {
  const { l, example, done } = props
  const texts = textsOf(l)
  const t = texts.check
  const { id } = example
  return (
    <>
      <Done text={done && texts.draft.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(examplePaths.mine), label: texts.mine.title },
          { href: l.href(examplePaths.draft(id)), label: toldIn(example.texts, l)?.text.title ?? '' },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      <Gaps l={l} example={example} />
      <dl class="definitions answers">
        {steps.map((step) => (
          <div key={step}>
            <dt>{texts.steps[step].title}</dt>
            <dd>
              <Answer {...props} step={step} />
              <a
                href={`${l.href(examplePaths.step(id, step))}?till=kontrollera`}
                aria-label={t.changeOf(texts.steps[step].title)}
              >
                {t.change}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <Onwards l={l} example={example} />
    </>
  )
}

/** What must be told before the example can be published, each with the way there. */
function Gaps({ l, example }: { l: Locale; example: Example }) {
  const texts = textsOf(l)
  const main = mainLanguage(example.texts)
  const gaps = gapsOf(example.year, example.texts)
  if (gaps.length === 0) return null
  return (
    <Notice title={texts.check.gaps}>
      <ul>
        {gaps.map(({ gap, language }) => (
          <li key={`${gap} ${language}`}>
            <a
              href={l.href(
                language === null || language === main
                  ? examplePaths.step(example.id, stepOfGap[gap])
                  : examplePaths.text(example.id, language),
              )}
            >
              {texts.gaps[gap]}
              {language && language !== main && ` (${texts.languageNames[language].toLocaleLowerCase()})`}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Onwards({ l, example }: { l: Locale; example: Example }) {
  const t = textsOf(l).check
  const { id } = example
  if (example.state === 'published') return null
  const whole = gapsOf(example.year, example.texts).length === 0
  return (
    <section class="flow" aria-labelledby="vidare">
      <h2 id="vidare">{t.onwards}</h2>
      <p>
        <a href={l.href(examplePaths.preview(id))}>{t.preview}</a>
      </p>
      {example.openComments > 0 && <p>{t.openComments(example.openComments)}</p>}
      <p>{t.askHint}</p>
      <p>
        <ButtonLink variant="secondary" href={l.href(examplePaths.peers(id))}>
          {t.ask}
        </ButtonLink>
      </p>
      {whole && (
        <form class="form" method="post" action={l.href(examplePaths.publish(id))}>
          <p>
            {t.ready} {t.publishHint}
          </p>
          <Button>{t.publish}</Button>
        </form>
      )}
    </section>
  )
}

/** What has been answered in a step, as far as anything has. */
function Answer({ l, example, figures, subjects, contact, step }: CheckPageProps & { step: Step }) {
  const texts = textsOf(l)
  const text = example.texts[mainLanguage(example.texts)]
  const lines = (...parts: ComponentChildren[]) => {
    const told = parts.filter((part) => part !== undefined && part !== '' && part !== null)
    return told.length === 0 ? (
      <p class="subtle">{texts.check.nothing}</p>
    ) : (
      told.map((part, i) => (
        <p key={`${step} ${i}`} class="written">
          {part}
        </p>
      ))
    )
  }
  const { year, criteria, sdgs, pictures, documents, links } = example
  switch (step) {
    case 'rubrik':
      return lines(text?.title, text?.summary)
    case 'problem':
      return lines(text?.problem)
    case 'atgard':
      return lines(text?.action, year === null ? '' : texts.example.year(year))
    case 'kostnad':
      return lines(text?.cost, text?.duration)
    case 'resultat':
      return lines(text?.result, ...figures)
    case 'annorlunda':
      return lines(text?.differently)
    case 'kopplingar':
      return lines(
        subjects.join(', '),
        criteria.map(texts.criterion).join(', '),
        sdgs.map((n) => `${n} ${texts.sdgs[n - 1]}`).join(', '),
      )
    case 'bilder':
      return lines(...pictures.map(({ alt }) => languages.map((language) => alt[language]).find(Boolean)))
    case 'dokument':
      return lines(...documents.map(({ title }) => title), ...links.map(({ label }) => label))
    case 'kontakt':
      return lines(contact && [contact.name, contact.title].filter(Boolean).join(', '))
  }
}
