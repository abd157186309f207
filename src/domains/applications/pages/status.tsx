import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import type { FileRow } from '../draft-queries.ts'
import { applicationPaths, sectionSlugs } from '../paths.ts'
import type { Application, TakenStep } from '../queries.ts'
import { type FormSection, fieldsIn, type Section, sectionStates, sections } from '../rules/completeness.ts'
import { isWritable, type State, stepsFrom } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { Files, factsOf, History, StateTag } from './parts.tsx'

export interface StatusPageProps {
  l: Locale
  application: Application
  files: FileRow[]
  steps: TakenStep[]
  mayEdit: boolean
  done: string | undefined
}

/** Where an application stands; while it is written, the list of its parts. */
export function StatusPage(props: StatusPageProps) {
  const { l, application, files, steps, mayEdit, done } = props
  const texts = textsOf(l)
  const t = texts.mine
  const { id, state } = application
  const writable = isWritable(state)
  const sentBack = state === 'incomplete' ? steps.findLast(({ step }) => step === 'send-back') : undefined
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(applicationPaths.start), label: texts.start.title }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title(application.organisationName)} lead={t.leads[state]}>
        <StateTag l={l} application={application} />
      </PageHeader>
      {sentBack && (
        <Notice tone="warning" title={t.missing}>
          <p class="written">{sentBack.text}</p>
        </Notice>
      )}
      {writable && mayEdit ? <Parts {...props} /> : <Way l={l} application={application} />}
      {application.submitted_at && (
        <>
          <ul>
            <li>
              <a href={l.href(applicationPaths.receipt(id))}>{t.receipt}</a>
            </li>
            {state === 'member' && (
              <li>
                <a href={l.href(applicationPaths.certificate(id))}>{t.certificate}</a>
              </li>
            )}
          </ul>
          {!writable && (
            <Details summary={t.content}>
              <Content l={l} application={application} files={files} />
            </Details>
          )}
        </>
      )}
      <section class="flow" aria-labelledby="historik">
        <h2 id="historik">{t.history}</h2>
        <History l={l} steps={steps} />
      </section>
      {mayEdit && stepsFrom(state).includes('withdraw') && (
        <p>
          <a href={l.href(applicationPaths.withdraw(id))}>{t.withdraw}</a>
        </p>
      )}
    </>
  )
}

function Parts({ l, application, files }: StatusPageProps) {
  const texts = textsOf(l)
  const t = texts.mine
  const parts = sectionStates(application.answers, files)
  return (
    <section class="flow" aria-labelledby="delar">
      <h2 id="delar">{t.parts}</h2>
      <ul class="task-list">
        {parts.map(({ section, state }) => (
          <li key={section}>
            <a href={l.href(pathOf(application.id, section))} aria-describedby={`lage-${section}`}>
              {texts.sections[section]}
            </a>
            <span id={`lage-${section}`}>
              <Tag tone={state === 'done' ? 'brand' : state === 'begun' ? 'warning' : 'outline'}>
                {texts.sectionStates[state]}
              </Tag>
            </span>
          </li>
        ))}
      </ul>
      <p>{t.checkHint(parts.filter(({ state }) => state !== 'done').length)}</p>
      <ButtonLink href={l.href(applicationPaths.check(application.id))}>{t.check}</ButtonLink>
    </section>
  )
}

/** The address of a part. */
export function pathOf(id: number, section: Section): string {
  return section === 'documents'
    ? applicationPaths.documents(id)
    : applicationPaths.section(id, sectionSlugs[section])
}

/** Which station of the way a state belongs to. */
const stationOf: Record<State, number> = {
  draft: 0,
  incomplete: 0,
  submitted: 1,
  'in-review': 2,
  recommended: 3,
  'on-agenda': 3,
  deferred: 3,
  approved: 3,
  'approved-with-conditions': 3,
  rejected: 3,
  withdrawn: 0,
  member: 4,
}

function Way({ l, application }: { l: Locale; application: Application }) {
  const t = textsOf(l).mine
  const { state, review_due_on: due, meetingOn } = application
  const here = stationOf[state]
  if (state === 'withdrawn') return null
  return (
    <section class="flow" aria-labelledby="vagen">
      <h2 id="vagen">{t.where}</h2>
      <ol class="way">
        {t.way.map((station, i) => {
          const done = i < here || state === 'member'
          return (
            <li
              key={station}
              data-state={done ? 'done' : undefined}
              aria-current={!done && i === here ? 'step' : undefined}
            >
              {station}
              {done && <span>{t.wayDone}</span>}
              {!done && i === here && <span>{t.wayNow}</span>}
            </li>
          )
        })}
      </ol>
      {state === 'in-review' && due && <p>{t.reviewUntil(l.date(due))}</p>}
      {state === 'on-agenda' && meetingOn && <p>{t.meetingOn(l.date(meetingOn))}</p>}
      {application.decision_text && (
        <div class="card">
          <p class="written">{application.decision_text}</p>
        </div>
      )}
    </section>
  )
}

/** Everything that an application says, with its documents. */
export function Content({
  l,
  application,
  files,
}: {
  l: Locale
  application: Application
  files: FileRow[]
}) {
  const t = textsOf(l)
  return (
    <>
      {sections
        .filter((section): section is FormSection => section in fieldsIn)
        .map((section) => (
          <div key={section} class="flow">
            <h3>{t.sections[section]}</h3>
            <DefinitionList items={factsOf(l, application, section)} />
          </div>
        ))}
      <h3>{t.sections.documents}</h3>
      <Files l={l} id={application.id} files={files} />
    </>
  )
}
