import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Done } from '#ui/components/done.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { parts, type Report } from '../report.ts'
import type { Condition } from '../rules/condition.ts'
import { textsOf } from '../texts.ts'
import { Imports } from './imports.tsx'
import { Jobs } from './jobs.tsx'
import { MailPart } from './mail.tsx'
import { ConditionTag } from './part.tsx'
import { Processes } from './processes.tsx'
import { Backups, DatabasePart, Disk } from './stores.tsx'

export interface OperationsPageProps {
  l: Locale
  report: Report
  now: Date
  demo: boolean
  nightly: boolean
  /** Whether the database lives on a server of its own. */
  outside: boolean
  done: string | undefined
}

/** How every part of the program is doing, and what to do where it is not well. */
export function OperationsPage({ l, report, now, demo, nightly, outside, done }: OperationsPageProps) {
  const t = textsOf(l)
  const part = { l, report, now }
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href('/kansli'), label: t.desk }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead} />
      <Overview l={l} report={report} />
      <Jobs {...part} />
      <MailPart {...part} />
      <Imports {...part} nightly={nightly} />
      <Backups {...part} demo={demo} />
      <Disk l={l} report={report} outside={outside} />
      <DatabasePart l={l} report={report} />
      <Processes {...part} />
    </>
  )
}

function Overview({ l, report: { conditions } }: { l: Locale; report: Report }) {
  const t = textsOf(l)
  const [act, look] = [namesOf(l, conditions, 'act'), namesOf(l, conditions, 'look')]
  return (
    <>
      <Notice tone={act ? 'warning' : 'success'}>
        <p>
          {act ? `${t.notWell}: ${act}.` : t.allWell} {look && `${t.watch}: ${look}.`}
        </p>
      </Notice>
      <nav aria-label={t.overview}>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t.parts[part]}</a> <ConditionTag l={l} condition={conditions[part]} />
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

/** The parts in one condition, in a row; empty when there is none. */
function namesOf(l: Locale, conditions: Report['conditions'], wanted: Condition): string {
  const t = textsOf(l)
  return l.list(
    parts.filter((part) => conditions[part] === wanted).map((part) => t.parts[part].toLowerCase()),
  )
}
