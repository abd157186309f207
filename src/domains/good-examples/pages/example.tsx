import type { ChartOfMember, EffectOfMeasure } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import type { ExampleContact } from '../contact-queries.ts'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { ChartList } from './chart-list.tsx'
import { Effects } from './effect.tsx'
import { Contact, DidToo } from './example-ways-on.tsx'
import { Story } from './story.tsx'

export interface ExamplePageProps {
  l: Locale
  example: Example
  charts: ChartOfMember[]
  effects: EffectOfMeasure[]
  /** What the subjects are called, by id. */
  subjects: Map<string, string>
  /** How many have done the same, this one among them. */
  kin: number
  done: string | undefined
  contact: ExampleContact | undefined
  /** Somebody can be asked, but only members see who. */
  contactForMembers: boolean
  /** The reader is of the network, and may see contact cards. */
  member: boolean
  mayEdit: boolean
}

/** An example on a page of its own. */
export function ExamplePage(props: ExamplePageProps) {
  const { l, example, subjects, mayEdit, done } = props
  const texts = textsOf(l)
  const t = texts.example
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(examplePaths.list), label: texts.list.title }]} />
      {example.hiddenAt && (
        <Notice tone="warning">
          <p>{t.hidden}</p>
        </Notice>
      )}
      <Done text={done === 'anmalt' && t.reported} />
      <Story l={l} example={example} subjects={subjects} />
      <Charts {...props} />
      <Effects l={l} effects={props.effects} />
      <Contact {...props} />
      <DidToo {...props} />
      {mayEdit && (
        <p>
          <ButtonLink variant="secondary" href={l.href(examplePaths.draft(example.id))}>
            {t.edit}
          </ButtonLink>
        </p>
      )}
      <p>
        <a
          href={l.href(`${examplePaths.list}?organisation=${encodeURIComponent(example.organisation.code)}`)}
        >
          {t.others(example.organisation.name)}
        </a>
        {props.member && !example.hiddenAt && (
          <>
            <br />
            <a href={l.href(examplePaths.report(example.id))}>{t.report}</a>
          </>
        )}
      </p>
    </>
  )
}

function Charts({ l, example, charts }: ExamplePageProps) {
  const t = textsOf(l).example
  const { year, figures, organisation } = example
  if (figures.length === 0 || year === null) return null
  return (
    <section class="flow" aria-labelledby="nyckeltalen">
      <h2 id="nyckeltalen">{t.figures}</h2>
      {charts.length === 0 ? (
        <p>{t.noChart(organisation.name)}</p>
      ) : (
        <p>{t.figuresLead(organisation.name, year)}</p>
      )}
      <ChartList l={l} charts={charts} />
    </section>
  )
}
