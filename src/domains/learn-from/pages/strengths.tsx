import { examplePaths } from '#domains/good-examples/index.ts'
import {
  amount,
  emptySelection,
  figureTitle,
  keyFigurePaths,
  type Voice,
  writeSelection,
} from '#domains/key-figures/index.ts'
import type { Organisation } from '#domains/members/index.ts'
import { Details } from '#ui/components/details.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { learnPaths } from '../paths.ts'
import type { TellingStrength } from '../strengths.ts'
import { textsOf } from '../texts.ts'
import { probability } from '../words.ts'
import type { LearnPageProps } from './learn.tsx'

/** So many stand open; the rest one click away. */
const told = 5

/** The other way: what others could learn from mine, and the invitation to tell it. */
export function Strengths(props: LearnPageProps & { mine: Organisation }) {
  const { voice, mine, strengths } = props
  const t = textsOf(voice.l).strengths
  return (
    <section class="flow" aria-labelledby="andra-kan-lara">
      <h2 id="andra-kan-lara">{t.title(mine.name)}</h2>
      <p>{strengths.length > 0 ? t.lead(mine.name, mine.kind) : t.none(mine.name)}</p>
      {strengths.length > 0 && <StrengthList {...props} strengths={strengths.slice(0, told)} />}
      {strengths.length > told && (
        <Details summary={t.more(strengths.length - told)}>
          <StrengthList {...props} strengths={strengths.slice(told)} />
        </Details>
      )}
    </section>
  )
}

function StrengthList({
  strengths,
  mayTell,
  loggedIn,
  voice,
  mine,
}: LearnPageProps & { mine: Organisation }) {
  return (
    <ul>
      {strengths.map((strength) => (
        <StrengthLine
          key={strength.figure.id}
          voice={voice}
          mine={mine}
          strength={strength}
          mayTell={mayTell}
          invites={mayTell || !loggedIn}
        />
      ))}
    </ul>
  )
}

interface StrengthLineProps {
  voice: Voice
  mine: Organisation
  strength: TellingStrength
  mayTell: boolean
  /** Somebody who may write for mine, or may be such a one who has not logged in. */
  invites: boolean
}

function StrengthLine({ voice, mine, strength, mayTell, invites }: StrengthLineProps) {
  const { l, t: figureTexts } = voice
  const t = textsOf(l).strengths
  const { figure, from, to, example, place, of } = strength
  const address =
    l.href(keyFigurePaths.figure(figure.id)) +
    writeSelection({ ...emptySelection, mine: mine.code, group: 'liknande' })
  const line = t.line(
    amount(figure, from.value, voice),
    from.year,
    amount(figure, to.value, voice),
    to.year,
    t.place(place, of),
    probability(strength.mine.trend.p, l),
  )
  return (
    <li>
      <a href={address}>{figureTitle(figure, l)}</a>: {line}{' '}
      {[from, to].some(({ basis }) => basis === 'made-up') && <MadeUpBadge label={figureTexts.madeUp} />}{' '}
      {example?.published ? (
        <a href={l.href(examplePaths.example(example.id, example.title))}>{t.read(example.title)}</a>
      ) : example && mayTell ? (
        <a href={l.href(examplePaths.draft(example.id))}>{t.draft}</a>
      ) : (
        invites && (
          <a
            href={l.href(learnPaths.tell(mine.code, figure.id))}
            aria-label={t.ofFigure(t.tell, figureTitle(figure, l))}
          >
            {t.tell}
          </a>
        )
      )}
    </li>
  )
}
