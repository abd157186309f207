import { contactPaths } from '#domains/contacts/index.ts'
import { effectInShort, type FigureView, type Voice, writeSelection } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { otherLanguage, toldIn } from '#platform/i18n.ts'
import { StillChart } from '#ui/charts/still-chart.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { suggestionChart } from '../chart.ts'
import type { Suggestion, Told } from '../suggestions.ts'
import { textsOf } from '../texts.ts'
import { suggestionSentence } from '../words.ts'
import { askAddress, loginAddress } from './ask-them.tsx'
import type { LearnPageProps } from './learn.tsx'

type Props = LearnPageProps & { view: FigureView; suggestion: Suggestion }

/** One to learn from: why, how the curve went, what they did, whom to ask. */
export function SuggestionCard(props: Props) {
  const { voice, view, suggestion, mine } = props
  const { l, t: figureTexts } = voice
  const { standing, from, to } = suggestion
  const { code, name } = standing.organisation
  const chart = suggestionChart(view, suggestion, voice)
  const madeUp = [from, to].some(({ basis }) => basis === 'made-up')
  return (
    <article class="card" aria-labelledby={`forslag-${code}`}>
      <h3 id={`forslag-${code}`}>
        <a href={l.href(organisationPaths.profile(code))}>{name}</a>
      </h3>
      <div class="card__halves">
        <div class="flow">
          <p>
            {suggestionSentence(view.figure, suggestion, mine?.name ?? '', voice)}{' '}
            {madeUp && <MadeUpBadge label={figureTexts.madeUp} />}
          </p>
          <WhatTheyDid voice={voice} name={name} told={suggestion.told} />
          <WhomToAsk {...props} />
        </div>
        <StillChart spec={chart} label={`${chart.props.title}. ${chart.props.summary}`} />
      </div>
    </article>
  )
}

function WhatTheyDid({ voice, name, told }: { voice: Voice; name: string; told: Told[] }) {
  const { l, t: figureTexts } = voice
  const t = textsOf(l).suggestion
  return (
    <>
      <h4>{t.did}</h4>
      {told.length === 0 && <p>{t.didNotTell(name)}</p>}
      {told.length > 0 && (
        <ul>
          {told.map(({ example, effect }) => {
            const title = toldIn(example.title, l)
            const bent = effect && effectInShort(effect, voice)
            return (
              <li key={example.id}>
                <a href={l.href(example.address)} lang={title ? otherLanguage(title.language, l) : undefined}>
                  {title?.text}
                </a>{' '}
                ({t.measure(example.year)}) {example.madeUp && <MadeUpBadge label={figureTexts.madeUp} />}{' '}
                {bent}
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

function WhomToAsk({ voice, view, suggestion, selection, loggedIn }: Props) {
  const { l, t: figureTexts } = voice
  const t = textsOf(l).suggestion
  const { people, peopleForMembers, standing, member } = suggestion
  const { name } = standing.organisation
  return (
    <>
      <h4>{t.askTitle}</h4>
      {people.length > 0 && (
        <ul>
          {people.map((person) => (
            <li key={person.personId}>
              {loggedIn ? (
                <a href={l.href(contactPaths.person(person.personId))}>{person.name}</a>
              ) : (
                person.name
              )}
              {person.title && `, ${person.title}`}
              {person.fits && ` (${t.knows})`} {person.madeUp && <MadeUpBadge label={figureTexts.madeUp} />}{' '}
              <a href={askAddress(l, view, [person.personId])}>{t.card(person.name)}</a>
            </li>
          ))}
        </ul>
      )}
      {people.length === 0 && !peopleForMembers && <p>{member ? t.nobody(name) : t.notMember(name)}</p>}
      {peopleForMembers && !loggedIn && (
        <p>
          <a href={loginAddress(l, writeSelection(selection))}>{t.logIn}</a>
        </p>
      )}
    </>
  )
}
