import type { ComponentChildren } from 'preact'
import type { RelatedPart } from '#platform/http/context.ts'
import { inLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Details } from '#ui/components/details.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tabs } from '#ui/components/tabs.tsx'
import { Told } from '#ui/components/told.tsx'
import type { KeyFigure, KeyFigureSet } from '../figure.ts'
import type { FigureView } from '../figure-view.ts'
import { keyFigurePaths } from '../paths.ts'
import type { Revision } from '../revision-queries.ts'
import { knownDay, type Selection, viewKinds, writeSelection } from '../selection.ts'
import { figureTitle, firstSentences, groupName, type Voice } from '../sentences.ts'
import { AboutFigure } from './about-figure.tsx'
import { Answer } from './answer.tsx'
import { Chooser } from './chooser.tsx'
import { type Corrected, CorrectedSince } from './corrected-since.tsx'
import { FollowButton } from './follow-button.tsx'
import { ManyNotice } from './many-notice.tsx'
import { NextSteps } from './next-steps.tsx'
import { OwnNotice } from './own-notice.tsx'
import { Reference } from './reference.tsx'
import { SimilarOnes } from './similar-ones.tsx'
import { Statistics } from './statistics.tsx'
import { TakeAway } from './take-away.tsx'
import { TellMe } from './tell-me.tsx'

export interface FigurePageProps {
  voice: Voice
  view: FigureView
  set: KeyFigureSet | null
  /** The figures that this one took the place of, and those that took its place. */
  replaces: KeyFigure[]
  replacedBy: KeyFigure[]
  selection: Selection
  notices: string[]
  /** Means that the association itself has published, newest first. */
  publishedMeans: { year: number; value: number }[]
  /** The newest, one more than is told. */
  corrections: Revision[]
  /** What other houses have on this figure. */
  related: RelatedPart[]
  organisationNames: { code: string; name: string }[]
  /** Whether the association has a map. */
  mapped: boolean
  sourceTitles: Map<string, string>
  baseUrl: string
  /** The instant that a citation points at. */
  cited: string
  /** What has been corrected since the day that the page is asked for. */
  corrected: Corrected
  loggedIn: boolean
  /** Whether the reader follows it; undefined for visitors. */
  followed: boolean | undefined
  /** The chart or table of the chosen view. */
  children: ComponentChildren
}

/** One key figure: the answer first, then the picture, then everything behind it. */
export function FigurePage(props: FigurePageProps) {
  const { voice, view, selection, notices, children } = props
  const { l, t } = voice
  const { figure, group, breaks } = view
  const address = (changed: Partial<Selection>) =>
    l.href(keyFigurePaths.figure(figure.id)) + writeSelection({ ...selection, ...changed })
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(keyFigurePaths.list), label: t.catalogue.title }]} />
      <PageHeader
        title={figureTitle(figure, l)}
        lead={<Told l={l} texts={firstSentences(figure.explanation)} />}
      >
        <p class="subtle">
          {[inLanguage(figure.unit, l), t.direction[figure.direction], t.scope[figure.scope]].join(' · ')}
        </p>
        <FollowButton
          voice={voice}
          field="nyckeltal"
          value={figure.id}
          name={figureTitle(figure, l)}
          followed={props.followed}
        />
      </PageHeader>
      {figure.own && <OwnNotice voice={voice} own={figure.own} />}
      {notices.map((notice) => (
        <Notice key={notice} tone="warning">
          <p>{notice}</p>
        </Notice>
      ))}
      {group.instead && (
        <Notice>
          <p>{t.figure.insteadOf(t.groups[group.instead], groupName(view, voice))}</p>
        </Notice>
      )}
      {selection.per && (
        <Notice>
          <p>
            {t.figure.oldKnowledge(l.date(knownDay(selection.per)))}{' '}
            <a href={address({ per: null })}>{t.figure.toNow}</a>
          </p>
        </Notice>
      )}
      <CorrectedSince voice={voice} figures={[figure]} corrected={props.corrected} />
      {figure.valuesNote && (
        <Notice>
          <p>
            <Told l={l} texts={figure.valuesNote} />
          </p>
        </Notice>
      )}
      <Answer voice={voice} view={view} />
      <ManyNotice voice={voice} view={view} old={selection.per !== null && view.summary === null} />
      <Details id="val" class="chooser-fold" summary={t.figure.chooser} open={view.mine === null}>
        <Chooser {...props} />
      </Details>
      <section class="chart-section" aria-label={t.views[selection.view]}>
        <Tabs
          label={t.figure.views}
          tabs={viewKinds
            .filter((kind) => kind !== 'karta' || props.mapped)
            .map((kind) => ({
              href: address({ view: kind }),
              label: t.views[kind],
              current: kind === selection.view,
            }))}
        />
        {children}
        {view.madeUp && <p class="subtle">{t.madeUpLong}</p>}
        {breaks.map(({ year, reason, reference }) => (
          <p key={year} class="subtle">
            {t.figure.breakNotice(year)} <Told l={l} texts={reason} /> {t.figure.breakNotCompared}{' '}
            {reference && <Reference voice={voice} reference={reference} />}
          </p>
        ))}
      </section>
      <TakeAway {...props} address={address} />
      <TellMe
        l={l}
        address={keyFigurePaths.figure(figure.id) + writeSelection({ ...selection, year: view.year })}
        cited={props.cited}
        names={[view.mine, ...view.others].flatMap((one) => one?.organisation.name ?? [])}
        year={view.year}
        loggedIn={props.loggedIn}
      />
      <Statistics voice={voice} view={view} publishedMeans={props.publishedMeans} />
      <SimilarOnes voice={voice} view={view} selection={selection} />
      <AboutFigure {...props} />
      <NextSteps voice={voice} view={view} selection={selection} related={props.related} />
    </>
  )
}
