import { type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { ExampleContact } from '../contact-queries.ts'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import { mainLanguage, stepOfGap, steps } from '../rules/steps.ts'
import { gapsOf } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { Answer } from './answer.tsx'

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
              {language && language !== main && ` (${texts.languageWithin[language]})`}
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
