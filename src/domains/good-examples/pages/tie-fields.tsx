import { figureTitle, type KeyFigure } from '#domains/key-figures/index.ts'
import { textsIn } from '#platform/http/form.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Details } from '#ui/components/details.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { textsOf } from '../texts.ts'
import type { StepPageProps } from './step.tsx'

/** The figures of today's set in sight, the others one click away. */
export function Figures({ l, choices, typed, errors }: StepPageProps) {
  const texts = textsOf(l)
  const t = texts.facts
  const chosen = textsIn(typed, 'nyckeltal')
  const option = (figure: KeyFigure) => ({ value: figure.id, label: figureTitle(figure, l) })
  const current = choices.figures.filter(({ setId }) => setId === choices.currentSet)
  const others = choices.figures.filter(({ setId }) => setId !== choices.currentSet)
  return (
    <>
      <Boxes
        id="nyckeltal"
        name="nyckeltal"
        legend={t.figures}
        hint={t.figuresHint}
        error={fieldsOf(typed, errors, texts.errors)('nyckeltal').error}
        options={current.map(option)}
        chosen={chosen}
      />
      {others.length > 0 && (
        <Details summary={t.otherFigures} open={others.some(({ id }) => chosen.includes(id))}>
          <Boxes
            id="andra-nyckeltal"
            name="nyckeltal"
            legend={t.otherFigures}
            options={others.map(option)}
            chosen={chosen}
          />
        </Details>
      )}
    </>
  )
}

/** Subjects, criteria and goals. */
export function Ties({ l, choices, typed, errors }: StepPageProps) {
  const texts = textsOf(l)
  const t = texts.facts
  const field = fieldsOf(typed, errors, texts.errors)
  const boxes = (name: string) => ({ id: name, name, error: field(name).error, chosen: textsIn(typed, name) })
  return (
    <>
      <Boxes
        {...boxes('amne')}
        legend={t.subjects}
        hint={t.subjectsHint}
        options={[...choices.subjects].map(([value, label]) => ({ value, label }))}
      />
      <Boxes
        {...boxes('kriterium')}
        legend={t.criteria}
        options={texts.criteria.map((name, i) => ({
          value: String(i + 1),
          label: `${texts.criterion(i + 1)}: ${name}`,
        }))}
      />
      <Boxes
        {...boxes('mal')}
        legend={t.sdgs}
        options={texts.sdgs.map((name, i) => ({ value: String(i + 1), label: `${i + 1} ${name}` }))}
      />
    </>
  )
}
