import type { ComponentChildren } from 'preact'
import { languages } from '#platform/i18n.ts'
import { mainLanguage, type Step } from '../rules/steps.ts'
import { textsOf } from '../texts.ts'
import type { CheckPageProps } from './check.tsx'

/** What has been answered in a step, as far as anything has. */
export function Answer({ l, example, figures, subjects, contact, step }: CheckPageProps & { step: Step }) {
  const texts = textsOf(l)
  const text = example.texts[mainLanguage(example.texts)]
  const lines = (...parts: ComponentChildren[]) => {
    const told = parts.filter((part) => part !== undefined && part !== '' && part !== null)
    return told.length === 0 ? (
      <p class="subtle">{texts.check.nothing}</p>
    ) : (
      told.map((part, i) => (
        <p key={`${step} ${i}`} class="written">
          {part}
        </p>
      ))
    )
  }
  const { year, criteria, sdgs, pictures, documents, links } = example
  switch (step) {
    case 'rubrik':
      return lines(text?.title, text?.summary)
    case 'problem':
      return lines(text?.problem)
    case 'atgard':
      return lines(text?.action, year === null ? '' : texts.example.year(year))
    case 'kostnad':
      return lines(text?.cost, text?.duration)
    case 'resultat':
      return lines(text?.result, ...figures)
    case 'annorlunda':
      return lines(text?.differently)
    case 'kopplingar':
      return lines(
        subjects.join(', '),
        criteria.map(texts.criterion).join(', '),
        sdgs.map((n) => `${n} ${texts.sdgs[n - 1]}`).join(', '),
      )
    case 'bilder':
      return lines(...pictures.map(({ alt }) => languages.map((language) => alt[language]).find(Boolean)))
    case 'dokument':
      return lines(...documents.map(({ title }) => title), ...links.map(({ label }) => label))
    case 'kontakt':
      return lines(contact && [contact.name, contact.title].filter(Boolean).join(', '))
  }
}
