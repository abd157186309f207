import { type Language, type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { addressOf, examplePaths } from '../paths.ts'
import { mainLanguage, type StepState, stateOfStep, steps } from '../rules/steps.ts'
import { gapsOf } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { LearnedFrom, type LearnedFromOne } from './learned-from.tsx'
import { StateTag } from './state-tag.tsx'

export interface DraftPageProps {
  l: Locale
  example: Example
  learnedFrom: LearnedFromOne[]
  done: string | undefined
}

/** One example and its parts: what is told, what is missing, who comments, and the way to publish it. */
export function DraftPage({ l, example, learnedFrom, done }: DraftPageProps) {
  const texts = textsOf(l)
  const t = texts.draft
  const title = toldIn(example.texts, l)?.text.title ?? ''
  const published = example.state === 'published'
  return (
    <>
      <Done text={done && t.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(examplePaths.mine), label: texts.mine.title }]} />
      <PageHeader eyebrow={example.organisation.name} title={title} lead={t.lead}>
        <p class="row">
          <StateTag l={l} example={example} />
          {example.madeUp && <MadeUpBadge label={texts.madeUp} />}
        </p>
      </PageHeader>
      {example.hiddenAt && (
        <Notice tone="warning">
          <p>{t.hidden(example.hiddenReason)}</p>
        </Notice>
      )}
      {published && (
        <p>
          <ButtonLink href={l.href(addressOf(example))}>{t.see}</ButtonLink>
        </p>
      )}
      <Parts l={l} example={example} />
      {!published && <Comments l={l} example={example} />}
      <LearnedFrom l={l} example={example} learnedFrom={learnedFrom} />
      {!published && (
        <Details summary={t.remove}>
          <form class="form" method="post" action={l.href(examplePaths.remove(example.id))}>
            <p>{t.removeHint}</p>
            <Button variant="secondary">{t.remove}</Button>
          </form>
        </Details>
      )}
    </>
  )
}

const tones = { done: 'brand', begun: 'warning', empty: 'outline', optional: 'neutral' } as const

/** The questions with how far each has come, the other language, and the page where everything is checked. */
function Parts({ l, example }: { l: Locale; example: Example }) {
  const texts = textsOf(l)
  const t = texts.draft
  const other: Language = mainLanguage(example.texts) === 'sv' ? 'en' : 'sv'
  const translation = example.texts[other]
  const translated: StepState = !translation
    ? 'optional'
    : gapsOf(0, { [other]: translation }).length === 0
      ? 'done'
      : 'begun'
  const item = (href: string, label: string, state: StepState) => (
    <li key={href}>
      <a href={l.href(href)}>{label}</a>
      <Tag tone={tones[state]}>{t.states[state]}</Tag>
    </li>
  )
  return (
    <section class="flow" aria-labelledby="delar">
      <h2 id="delar">{t.parts}</h2>
      <ul class="task-list">
        {steps.map((step) =>
          item(examplePaths.step(example.id, step), texts.steps[step].title, stateOfStep(step, example)),
        )}
        {item(examplePaths.text(example.id, other), t.translate[other], translated)}
      </ul>
      {example.state === 'draft' && (
        <p>
          <ButtonLink href={l.href(examplePaths.check(example.id))}>{t.check}</ButtonLink>
        </p>
      )}
    </section>
  )
}

function Comments({ l, example }: { l: Locale; example: Example }) {
  const t = textsOf(l).draft
  const { id, peers, openComments } = example
  return (
    <section class="flow" aria-labelledby="kollegor">
      <h2 id="kollegor">{t.comments}</h2>
      <p>{peers === 0 ? t.commentsWhy : t.asked(peers, openComments)}</p>
      <p class="row">
        <ButtonLink variant="secondary" href={l.href(examplePaths.peers(id))}>
          {t.ask}
        </ButtonLink>
        <a href={l.href(examplePaths.preview(id))}>{t.preview}</a>
      </p>
    </section>
  )
}
