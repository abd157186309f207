import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import type { JobState } from '../job-queries.ts'
import { operationsPaths } from '../paths.ts'
import type { Report } from '../report.ts'
import { conditionOfJobs } from '../rules/condition.ts'
import { textsOf } from '../texts.ts'
import { agoText } from '../words.ts'
import { PartSection } from './part.tsx'

/** The jobs: those that need somebody first, the rest one click away. */
export function Jobs({ l, report, now }: { l: Locale; report: Report; now: Date }) {
  const t = textsOf(l).jobs
  const { jobs, conditions } = report
  const troubled = jobs.filter((job) => conditionOfJobs([job]) !== 'well')
  return (
    <PartSection l={l} part="jobs" condition={conditions.jobs}>
      <p>{jobs.length === 0 ? t.notStarted : t.lead}</p>
      {troubled.length > 0 && <JobTable l={l} id="jobb-som-inte-mar-bra" jobs={troubled} now={now} />}
      {jobs.length > 0 && (
        <Details summary={t.all}>
          <JobTable l={l} id="alla-jobb" jobs={jobs} now={now} />
        </Details>
      )}
    </PartSection>
  )
}

function JobTable({ l, id, jobs, now }: { l: Locale; id: string; jobs: JobState[]; now: Date }) {
  const texts = textsOf(l)
  const t = texts.jobs
  const nameOf = ({ name }: JobState) => t.names[name] ?? name
  return (
    <DataTable
      l={l}
      id={id}
      caption={texts.parts.jobs}
      captionHidden
      stacked
      rows={jobs}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', head: t.name, rowHead: true, cell: nameOf },
        { key: 'state', head: t.state, cell: (job) => <State l={l} job={job} /> },
        {
          key: 'last',
          head: t.last,
          cell: ({ lastDoneAt }) => (lastDoneAt ? agoText(l, lastDoneAt, now) : texts.never),
        },
        {
          key: 'run',
          head: t.run,
          cell: (job) => (
            <form method="post" action={l.href(operationsPaths.runJob(job.name))}>
              <Button variant="secondary" aria-label={t.runOne(nameOf(job))}>
                {t.run}
              </Button>
            </form>
          ),
        },
      ]}
    />
  )
}

function State({ l, job }: { l: Locale; job: JobState }) {
  const t = textsOf(l).jobs
  const { failed, failure, running, waiting, oldestSeconds } = job
  if (failed > 0) {
    return (
      <>
        {t.failed(failed)}.{' '}
        {failure && (
          <>
            {t.said} <span lang="en">{failure}</span>
          </>
        )}
      </>
    )
  }
  if (running > 0) return <>{t.running}</>
  if (oldestSeconds > 120) return <>{t.late(l.number(Math.floor(oldestSeconds / 60)))}</>
  return <>{waiting > 0 ? t.waiting : t.fine}</>
}
