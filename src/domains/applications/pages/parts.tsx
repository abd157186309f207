import type { Locale } from '#platform/i18n.ts'
import type { Definition } from '#ui/components/definition-list.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Answers } from '../answers.ts'
import type { FileRow } from '../draft-queries.ts'
import { applicationPaths } from '../paths.ts'
import type { Application, TakenStep } from '../queries.ts'
import type { FormSection } from '../rules/completeness.ts'
import { fieldsIn } from '../rules/completeness.ts'
import { allSteps, type State } from '../rules.ts'
import { textsOf } from '../texts.ts'

/** The state of an application as a tag. */
export function StateTag({ l, application }: { l: Locale; application: Application }) {
  const t = textsOf(l)
  const tone = toneOf(application.state)
  return (
    <span class="row">
      <Tag tone={tone}>{t.states[application.state]}</Tag>
      {application.made_up && <MadeUpBadge label={t.madeUp} />}
    </span>
  )
}

function toneOf(state: State): 'neutral' | 'brand' | 'warning' {
  if (state === 'member' || state === 'approved') return 'brand'
  return state === 'incomplete' || state === 'rejected' || state === 'deferred' ? 'warning' : 'neutral'
}

/** One part of an application as facts; empty fields say so. */
export function factsOf(
  l: Locale,
  application: Pick<Application, 'answers' | 'organisationKind'>,
  section: FormSection,
): Definition[] {
  const t = textsOf(l)
  return fieldsIn[section].map((field) => ({
    term: t.longFields[field] ?? t.fields[field],
    meaning: <span class="written">{shown(l, application, field) || t.check.empty}</span>,
  }))
}

function shown(
  l: Locale,
  { answers, organisationKind }: Pick<Application, 'answers' | 'organisationKind'>,
  field: keyof Answers,
): string {
  const value = answers[field]
  if (field === 'decidingBody' && (value === 'council' || value === 'board')) {
    return textsOf(l).bodies[organisationKind === 'region' ? 'region' : 'municipality'][value]
  }
  return /On$/.test(field) && value ? l.date(value) : value
}

/** The documents with their kinds, sizes and what their content is. */
export function Files({ l, id, files }: { l: Locale; id: number; files: FileRow[] }) {
  const t = textsOf(l)
  if (files.length === 0) return <p class="subtle">{t.documents.none}</p>
  return (
    <ul class="task-list">
      {files.map((file) => (
        <li key={file.id}>
          <div>
            <a href={applicationPaths.file(id, file.id)} aria-label={t.documents.download(file.name)}>
              {file.name}
            </a>
            <br />
            <span class="subtle">
              {t.kinds[file.kind]}, {file.standard}, {sizeOf(l, file.size)}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** `1,2 MB`, `340 kB`. */
export function sizeOf(l: Locale, bytes: number): string {
  return bytes >= 1_000_000
    ? `${l.number(bytes / 1_000_000, 1)} MB`
    : `${l.number(Math.max(1, Math.round(bytes / 1000)))} kB`
}

const openSteps = new Set<string>(allSteps().flatMap(({ step, rule }) => (rule.open ? [step] : [])))

/** Everything that has happened; to the applicant without what stays inside the association. */
export function History({
  l,
  steps,
  inside = false,
}: {
  l: Locale
  steps: TakenStep[]
  /** Shows everything, with names. */
  inside?: boolean
}) {
  const t = textsOf(l)
  const shownSteps = inside ? steps : steps.filter(({ step }) => openSteps.has(step) || step === 'recommend')
  return (
    <ol class="history">
      {shownSteps.map(({ id, step, byName, at, text, data }) => (
        <li key={id}>
          <p>
            <strong>{t.done[step] ?? step}</strong>
          </p>
          <p class="subtle">
            {l.moment(at)}
            {inside && `, ${byName ?? t.program}`}
          </p>
          {data.decision && <p>{data.decision}</p>}
          {text && (inside || openSteps.has(step)) && <p class="written">{text}</p>}
        </li>
      ))}
    </ol>
  )
}
