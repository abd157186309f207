import { contactPaths } from '#domains/contacts/index.ts'
import type { Question } from '../question-queries.ts'
import { textsOf } from '../texts.ts'
import type { Reader } from './question.tsx'
import { Similar, type SimilarProps } from './similar.tsx'

export interface MoreWaysProps extends SimilarProps {
  question: Question
  reader: Reader | null
  figures: { title: string; id: string }[]
}

/** Ways on: similar questions, examples, and for members the contacts who could know. */
export function MoreWays({ l, question, questions, examples, figures, reader }: MoreWaysProps) {
  const t = textsOf(l).question
  const ways = [
    ...figures.map(({ id, title }) => ({ query: `nyckeltal=${id}`, about: title })),
    ...question.subjects.map((subject) => ({ query: `amne=${subject.id}`, about: subject[l.language] })),
  ]
  return (
    <aside class="flow">
      <Similar l={l} questions={questions} examples={examples} />
      {reader && (
        <>
          <h2>{t.contacts}</h2>
          <ul>
            {ways.map(({ query, about }) => (
              <li key={query}>
                <a href={l.href(`${contactPaths.search}?${query}`)}>{t.contactsAbout(about)}</a>
              </li>
            ))}
            <li>
              <a href={l.href(contactPaths.search)}>{t.contactsAll}</a>
            </li>
          </ul>
        </>
      )}
    </aside>
  )
}
