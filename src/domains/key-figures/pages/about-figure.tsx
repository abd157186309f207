import { inLanguage, otherLanguage } from '#platform/i18n.ts'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { Told } from '#ui/components/told.tsx'
import type { KeyFigure, KeyFigureSet, Pair } from '../figure.ts'
import type { FigureView } from '../figure-view.ts'
import { keyFigurePaths } from '../paths.ts'
import { amount, figureTitle, type Voice } from '../sentences.ts'
import { en } from '../texts.en.ts'
import { sv } from '../texts.sv.ts'
import type { FigurePageProps } from './figure.tsx'
import { Reference } from './reference.tsx'
import { dayOf, Why, written } from './revision-text.tsx'

/** Definition, source, target and corrections: everything a number can be traced by. */
export function AboutFigure(props: FigurePageProps) {
  const { voice, view, set, replaces, replacedBy } = props
  const { l, t } = voice
  const { figure } = view
  const say = (texts: Pair) => <Told l={l} texts={texts} />
  const { min, max } = figure.plausible
  return (
    <section aria-labelledby="om-nyckeltalet">
      <h2 id="om-nyckeltalet">{t.figure.about}</h2>
      <DefinitionList
        items={[
          { term: t.figure.definition, meaning: say(figure.explanation) },
          ...(figure.numerator && figure.denominator
            ? [
                {
                  term: t.figure.calculation,
                  meaning: <Told l={l} texts={dividedIn(figure.numerator, figure.denominator)} />,
                },
              ]
            : []),
          { term: t.figure.source, meaning: <Sources {...props} /> },
          ...(figure.target
            ? [
                {
                  term: t.figure.target(amount(figure, figure.target.value, voice), figure.target.year),
                  meaning: figure.target.by && (
                    <>
                      {t.figure.targetBy} {say(figure.target.by)}
                    </>
                  ),
                },
              ]
            : []),
          ...(view.ownTarget
            ? [
                {
                  term: t.figure.ownTarget(amount(figure, view.ownTarget.value, voice), view.ownTarget.year),
                  meaning: (
                    <>
                      {t.figure.ownTargetBy(view.mine?.organisation.name ?? '', view.ownTarget.decision)}{' '}
                      {view.ownTarget.madeUp && <MadeUpBadge label={t.madeUp} />}
                    </>
                  ),
                },
              ]
            : []),
          ...(min !== null && max !== null
            ? [
                {
                  term: t.figure.plausible,
                  meaning: `${t.figure.between(l.number(min), l.number(max))} ${inLanguage(figure.unit, l)}`,
                },
              ]
            : []),
          {
            term: t.figure.criteriaServed,
            meaning: (
              <a href={l.href('/om/kriterier')}>
                {l.list(figure.criteria.map((number) => t.catalogue.criterion(number)))}
              </a>
            ),
          },
          ...(figure.sdgs.length > 0
            ? [{ term: t.figure.sdgs, meaning: l.list(figure.sdgs.map(String)) }]
            : []),
          ...(set ? [{ term: t.figure.set, meaning: <Decision voice={voice} view={view} set={set} /> }] : []),
          ...(replaces.length > 0
            ? [{ term: t.figure.replaces, meaning: <Links voice={voice} figures={replaces} /> }]
            : []),
          ...(replacedBy.length > 0
            ? [{ term: t.figure.replaced, meaning: <Links voice={voice} figures={replacedBy} /> }]
            : []),
          { term: t.figure.corrections, meaning: <Corrections {...props} /> },
        ]}
      />
      <p>
        <a href={l.href(keyFigurePaths.method)}>{t.catalogue.methodLink}</a>{' '}
        <a href={l.href(`${keyFigurePaths.revisions}?nyckeltal=${view.figure.id}`)}>{t.revisions.link}</a>
      </p>
    </section>
  )
}

/** The formula in words. Its terms are told in Swedish and English, and so is what stands between them. */
function dividedIn(numerator: Pair, denominator: Pair): Pair {
  return {
    sv: sv.figure.divided(numerator.sv, denominator.sv),
    en: en.figure.divided(numerator.en, denominator.en),
  }
}

function Decision({ voice, view, set }: { voice: Voice; view: FigureView; set: KeyFigureSet }) {
  const { l, t } = voice
  const { certainty, reference = set.reference } = view.figure
  return (
    <>
      <Told l={l} texts={set.name} />: <Told l={l} texts={set.decision} />
      {certainty === 'decided' ? '' : ` (${t.certainties[certainty]})`}{' '}
      {reference && <Reference voice={voice} reference={reference} />}
    </>
  )
}

function Links({ voice: { l }, figures }: { voice: Voice; figures: KeyFigure[] }) {
  return (
    <ul>
      {figures.map(({ id, number, name }) => (
        <li key={id}>
          <a href={l.href(keyFigurePaths.figure(id))}>{figureTitle({ number, name }, l)}</a>
        </li>
      ))}
    </ul>
  )
}

function Sources({ voice, view, sourceTitles }: FigurePageProps) {
  const { l, t } = voice
  const used = new Set(view.members.flatMap(({ readings }) => readings.map(({ sourceId }) => sourceId)))
  return (
    <>
      <p>
        <Told l={l} texts={view.figure.producer} />. {t.reporter[view.figure.reportedBy]}.{' '}
        <a href={l.href('/oppna-data/kallor')}>{t.figure.sourcesAll}</a>
      </p>
      {used.size > 0 && (
        <ul>
          {[...used].map((id) => (
            <li key={id} lang={otherLanguage(l.language, l)}>
              {sourceTitles.get(id) ?? id}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const shownCorrections = 10

function Corrections({ voice, view, corrections }: FigurePageProps) {
  const { l, t } = voice
  if (corrections.length === 0) return <>{t.figure.noCorrections}</>
  return (
    <ul>
      {corrections.slice(0, shownCorrections).map((revision) => (
        <li key={`${revision.code}-${revision.year}-${revision.knownFrom}`}>
          <a href={l.href(keyFigurePaths.revisionDay(dayOf(revision)))}>{l.date(dayOf(revision))}</a>:{' '}
          {t.figure.correction(
            revision.organisationName,
            revision.year,
            written(revision.before, view.figure, voice),
            written(revision.after, view.figure, voice),
          )}
          . <Why revision={revision} voice={voice} />
        </li>
      ))}
      {corrections.length > shownCorrections && (
        <li>
          <a href={l.href(`${keyFigurePaths.revisions}?nyckeltal=${view.figure.id}`)}>{t.revisions.more}</a>
        </li>
      )}
    </ul>
  )
}
