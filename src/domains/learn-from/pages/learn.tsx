import type { FigureView, TrendsAlike } from '#domains/key-figures/index.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { LearnQuestion } from '../asking.ts'
import type { TellingStrength } from '../strengths.ts'
import type { Suggestion } from '../suggestions.ts'
import { textsOf } from '../texts.ts'
import { Chooser } from './chooser.tsx'
import { Improved } from './improved.tsx'
import { Strengths } from './strengths.tsx'
import { WeakSpots } from './weak-spots.tsx'

export interface LearnPageProps extends Omit<LearnQuestion, 'reader'> {
  /** The chosen figure among the chosen group; null while either is not chosen. */
  view: FigureView | null
  suggestions: Suggestion[]
  /** How mine stands in every figure, while none is chosen. */
  ownTrends: TrendsAlike[]
  strengths: TellingStrength[]
  /** The reader may write examples for mine. */
  mayTell: boolean
  loggedIn: boolean
}

/** Who has improved most among those like mine, what they did and whom to ask; and what others can learn from mine. */
export function LearnPage(props: LearnPageProps) {
  const { voice, mine, figure, view, notices, ownTrends } = props
  const t = textsOf(voice.l)
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {notices.map((notice) => (
        <Notice key={notice} tone="warning">
          <p>{notice}</p>
        </Notice>
      ))}
      <Chooser {...props} />
      {!mine && <p>{figure ? t.empty.noMine : t.start.body}</p>}
      {view && <Improved {...props} view={view} />}
      {mine && !figure && <WeakSpots voice={voice} mine={mine} trends={ownTrends} />}
      {mine && <Strengths {...props} mine={mine} />}
    </>
  )
}
