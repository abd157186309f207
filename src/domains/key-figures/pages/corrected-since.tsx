import { Notice } from '#ui/components/notice.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { KeyFigure } from '../figure.ts'
import { keyFigurePaths } from '../paths.ts'
import type { Revision } from '../revision-queries.ts'
import { figureTitle, type Voice } from '../sentences.ts'
import { dayOf, Why, written } from './revision-text.tsx'

/** What has been corrected of a page that is shown as it was known before. */
export interface Corrected {
  /** Of the organisations that are shown by name. */
  chosen: Revision[]
  /** Of the others in the comparison group. */
  group: Revision[]
}

const told = 8

/** Says of an old page what has been corrected since: what it was, what it is, why. Nothing when all still stands. */
export function CorrectedSince({
  voice,
  figures,
  corrected: { chosen, group },
  nameFigure = false,
}: {
  voice: Voice
  figures: KeyFigure[]
  corrected: Corrected
  nameFigure?: boolean
}) {
  const { l, t } = voice
  const words = t.revisions
  const lines = chosen.flatMap((revision) => {
    const figure = figures.find(({ id }) => id === revision.figureId)
    return figure ? [{ revision, figure }] : []
  })
  if (lines.length + group.length === 0) return null
  const [newest] = [...chosen, ...group].sort((a, b) => b.knownFrom.localeCompare(a.knownFrom))
  return (
    <Notice tone="warning" title={words.correctedSince(chosen.length)}>
      {lines.length > 0 && (
        <ul>
          {lines.slice(0, told).map(({ revision, figure }) => (
            <li key={`${revision.figureId}-${revision.code}-${revision.year}`}>
              {nameFigure && `${figureTitle(figure, l)}. `}
              {t.figure.correction(
                revision.organisationName,
                revision.year,
                written(revision.before, figure, voice),
                written(revision.after, figure, voice),
              )}{' '}
              (<a href={l.href(keyFigurePaths.revisionDay(dayOf(revision)))}>{l.date(dayOf(revision))}</a>).{' '}
              <Why revision={revision} voice={voice} /> {revision.madeUp && <MadeUpBadge label={t.madeUp} />}
            </li>
          ))}
        </ul>
      )}
      {lines.length > told && <p>{t.figure.tooLong(told, lines.length)}</p>}
      {group.length > 0 && <p>{words.groupCorrected(group.length, chosen.length > 0)}</p>}
      {(lines.length > told || group.length > 0) && newest && (
        <p>
          <a href={l.href(keyFigurePaths.revisionDay(dayOf(newest)))}>{words.allOn(l.date(dayOf(newest)))}</a>
        </p>
      )}
    </Notice>
  )
}
