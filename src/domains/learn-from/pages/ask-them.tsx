import { loginPaths } from '#domains/accounts/index.ts'
import { type FigureView, writeSelection } from '#domains/key-figures/index.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { learnPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { LearnPageProps } from './learn.tsx'

/** A question reaches no more than these at once. */
const mostAsked = 5

/** One button that asks those who know: the best fitting of each that has improved, then the next of each. */
export function AskThem({
  voice,
  view,
  suggestions,
  selection,
  loggedIn,
}: LearnPageProps & { view: FigureView }) {
  const { l } = voice
  const t = textsOf(l)
  const inTurn = [0, 1, 2].flatMap((place) =>
    suggestions.flatMap(({ people, standing }) => {
      const person = people[place]
      return person ? [{ ...person, organisation: standing.organisation.name }] : []
    }),
  )
  const asked = [...new Map(inTurn.map((person) => [person.personId, person])).values()].slice(0, mostAsked)
  if (asked.length === 0) {
    const hidden = suggestions.some(({ peopleForMembers }) => peopleForMembers)
    return hidden && !loggedIn ? (
      <p>
        <ButtonLink href={loginAddress(l, writeSelection(selection))}>{t.suggestion.logIn}</ButtonLink>
      </p>
    ) : null
  }
  const names = asked.map(({ name, organisation }) => t.ask.person(name, organisation))
  return (
    <div class="flow">
      <p>
        <ButtonLink
          href={askAddress(
            l,
            view,
            asked.map(({ personId }) => personId),
          )}
        >
          {t.ask.button(asked.length)}
        </ButtonLink>
      </p>
      <p class="subtle">{t.ask.reaches(l.list(names))}</p>
    </div>
  )
}

/** The question to some people about how they improved a figure, begun. */
export function askAddress(l: Locale, { figure }: FigureView, people: number[]): string {
  return l.href(learnPaths.ask(figure.id, people, textsOf(l).ask.title(inLanguage(figure.name, l))))
}

/** The login, and back to this very page. */
export function loginAddress(l: Locale, query: string): string {
  return `${l.href(loginPaths.login)}?${new URLSearchParams({ till: learnPaths.learn + query })}`
}
