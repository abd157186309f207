import { type Language, type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import { gapsOf } from '../rules.ts'
import { textsOf } from '../texts.ts'

export interface DraftPageProps {
  l: Locale
  example: Example
  done: string | undefined
}

/** One example and its parts: what is done, what is missing, and the way to publish it. */
export function DraftPage({ l, example, done }: DraftPageProps) {
  const texts = textsOf(l)
  const t = texts.draft
  const title = toldIn(example.texts, l)?.text.title ?? ''
  const state = example.hiddenAt ? 'hidden' : example.state
  const gaps = gapsOf(example.year, example.texts)
  return (
    <>
      <Done text={done && t.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(examplePaths.mine), label: texts.mine.title }]} />
      <PageHeader eyebrow={example.organisation.name} title={title} lead={t.lead}>
        <p class="row">
          <Tag tone={state === 'published' ? 'brand' : 'neutral'}>{texts.mine.states[state]}</Tag>
          {example.madeUp && <MadeUpBadge label={texts.madeUp} />}
        </p>
      </PageHeader>
      {example.hiddenAt && (
        <Notice tone="warning">
          <p>{t.hidden(example.hiddenReason)}</p>
        </Notice>
      )}
      <section class="flow" aria-labelledby="delar">
        <h2 id="delar">{t.parts}</h2>
        <ul class="task-list">
          {(['sv', 'en'] as const).map((language) => (
            <li key={language}>
              <a href={l.href(examplePaths.text(example.id, language))}>{t.text[language]}</a>
              <TextState l={l} example={example} language={language} />
            </li>
          ))}
          <li>
            <a href={l.href(examplePaths.facts(example.id))}>{t.facts}</a>
            <Tag tone={example.year === null ? 'warning' : 'brand'}>
              {example.year === null ? t.partBegun : t.partDone}
            </Tag>
          </li>
        </ul>
      </section>
      {example.state === 'published' ? (
        <p>
          <ButtonLink href={l.href(examplePaths.example(example.id, title))}>{t.see}</ButtonLink>
        </p>
      ) : (
        <Publish l={l} example={example} gaps={gaps} />
      )}
    </>
  )
}

function TextState({ l, example, language }: { l: Locale; example: Example; language: Language }) {
  const t = textsOf(l).draft
  const text = example.texts[language]
  if (!text) return <Tag>{Object.keys(example.texts).length > 0 ? t.optional : t.partEmpty}</Tag>
  const whole = gapsOf(0, { [language]: text }).length === 0
  return <Tag tone={whole ? 'brand' : 'warning'}>{whole ? t.partDone : t.partBegun}</Tag>
}

function Publish({ l, example, gaps }: { l: Locale; example: Example; gaps: ReturnType<typeof gapsOf> }) {
  const texts = textsOf(l)
  const t = texts.draft
  return (
    <>
      {gaps.length > 0 ? (
        <Notice title={t.gaps}>
          <ul>
            {gaps.map(({ gap, language }) => (
              <li key={`${gap} ${language}`}>
                {t.gap(
                  texts.gaps[gap],
                  language && texts.languageNames[language].toLocaleLowerCase(l.language),
                )}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <form class="form" method="post" action={l.href(examplePaths.publish(example.id))}>
          <p>
            {t.ready} {t.publishHint}
          </p>
          <Button>{t.publish}</Button>
        </form>
      )}
      <Details summary={t.remove}>
        <form class="form" method="post" action={l.href(examplePaths.remove(example.id))}>
          <p>{t.removeHint}</p>
          <Button variant="secondary">{t.remove}</Button>
        </form>
      </Details>
    </>
  )
}
