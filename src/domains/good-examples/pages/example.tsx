import type { ChartOfMember, EffectOfMeasure } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { ExampleContact } from '../contact-queries.ts'
import type { Example } from '../example-queries.ts'
import { contactPath, examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { Effects } from './effect.tsx'
import { Story } from './story.tsx'

export interface ExamplePageProps {
  l: Locale
  example: Example
  charts: ChartOfMember[]
  effects: EffectOfMeasure[]
  contact: ExampleContact | undefined
  /** Somebody can be asked, but only members see who. */
  contactForMembers: boolean
  /** The reader is of the network, and may see contact cards. */
  member: boolean
  mayEdit: boolean
}

/** An example on a page of its own. */
export function ExamplePage(props: ExamplePageProps) {
  const { l, example, mayEdit } = props
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
      <Story l={l} example={example} />
      <Charts {...props} />
      <Effects l={l} effects={props.effects} />
      <Contact {...props} />
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
      {charts.map(({ figureId, title, chart, path }) => (
        <div key={figureId} class="flow chart-section">
          <ChartIsland {...chart} />
          <p>
            <a href={l.href(path)}>{t.figurePage(title)}</a>
          </p>
        </div>
      ))}
    </section>
  )
}

function Contact({ l, contact, contactForMembers, member }: ExamplePageProps) {
  const { example: t, madeUp } = textsOf(l)
  if (!contact && !contactForMembers) return null
  return (
    <section class="flow" aria-labelledby="fraga">
      <h2 id="fraga">{t.contact}</h2>
      {contact ? (
        <p>
          {contact.name}
          {contact.title && `, ${contact.title}`} {contact.madeUp && <MadeUpBadge label={madeUp} />}
          {contact.email && (
            <>
              <br />
              <a href={`mailto:${contact.email}`}>{t.email(contact.name)}</a>
            </>
          )}
          {member && (
            <>
              <br />
              <a href={l.href(contactPath(contact.personId))}>{t.card}</a>
            </>
          )}
        </p>
      ) : (
        <p>{t.contactForMembers}</p>
      )}
    </section>
  )
}
