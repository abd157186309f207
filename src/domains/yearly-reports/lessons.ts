import type { PublishedExample } from '#domains/good-examples/index.ts'
import { amount, change, type KeyFigure } from '#domains/key-figures/index.ts'
import { organisationPaths, type PublicContact } from '#domains/members/index.ts'
import type { FigureReport, Improved, MemberReport } from './load-member.ts'
import { type FigureWords, hasItems, type LessonWords, type Writer } from './words.ts'

/** What there is to learn about a figure: similar ones that improved more, and what other members did. */
export function lessonsOf(
  { figure, improved, examples }: FigureReport,
  { organisation, contacts }: MemberReport,
  writer: Writer,
): FigureWords['lessons'] {
  const { t } = writer
  return [
    {
      heading: organisation.kind === 'region' ? t.member.improvedRegion : t.member.improved,
      items: improved.map((one) =>
        improvedWords(figure, one, contacts.get(one.standing.organisation.code) ?? [], writer),
      ),
    },
    { heading: t.member.examples, items: examples.map((example) => exampleWords(example, writer)) },
  ].filter(hasItems)
}

function improvedWords(
  figure: KeyFigure,
  { standing, from, to, examples }: Improved,
  contacts: PublicContact[],
  writer: Writer,
): LessonWords {
  const { l, t, voice } = writer
  const { code, name } = standing.organisation
  const people = contacts.map((person) =>
    [person.name, person.title, person.email].filter(Boolean).join(', '),
  )
  const moved = t.member.from(
    amount(figure, from.value, voice),
    from.year,
    amount(figure, to.value, voice),
    to.year,
    change(figure, standing.trend.slope, voice),
  )
  const madeUp = [from, to].some(({ basis }) => basis === 'made-up')
  return {
    name,
    path: organisationPaths.profile(code),
    text: madeUp ? `${moved} (${voice.t.madeUp})` : moved,
    more: [
      ...examples.map((example) => ({
        text: t.member.example(titleOf(example, writer)),
        path: example.address,
      })),
      ...(people.length > 0 ? [{ text: t.member.ask(l.list(people)), path: null }] : []),
    ],
  }
}

function exampleWords(example: PublishedExample, writer: Writer): LessonWords {
  const { address, organisation, year } = example
  return {
    name: organisation.name,
    path: organisationPaths.profile(organisation.code),
    text: '',
    more: [{ text: writer.t.member.measure(year, titleOf(example, writer)), path: address }],
  }
}

/** In the reader's language where the example is told in it, and marked when it is made up. */
function titleOf({ title, madeUp }: PublishedExample, { l, voice }: Writer): string {
  const told = title[l.language] ?? title.sv ?? title.en ?? ''
  return madeUp ? `${told} (${voice.t.madeUp})` : told
}
