import { type Locale, toldIn } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { examplePaths } from '../paths.ts'
import type { Report } from '../report-queries.ts'
import { textsOf } from '../texts.ts'

/** What members have reported: hide the example, or leave it as it is. */
export function Reports({ l, reports }: { l: Locale; reports: Report[] }) {
  const t = textsOf(l).office
  if (reports.length === 0) return null
  return (
    <section class="flow" aria-labelledby="anmalda">
      <h2 id="anmalda">{t.reports}</h2>
      <ul class="people">
        {reports.map(({ id, exampleId, title, reporter, reason, reportedAt }) => {
          const name = toldIn(title, l)?.text ?? ''
          return (
            <li key={id}>
              <div>
                <h3>
                  <a href={l.href(examplePaths.example(exampleId, title.sv ?? title.en ?? ''))}>{name}</a>
                </h3>
                <p class="written">{reason}</p>
                <p class="subtle">{t.reportedBy(reporter, l.date(reportedAt))}</p>
              </div>
              <div class="row">
                <a href={`${l.href(examplePaths.office)}?exempel=${exampleId}#dolj`}>{t.hideReported}</a>
                <form method="post" action={l.href(examplePaths.closeReport(id))}>
                  <Button variant="tertiary">{t.leaveReported}</Button>
                </form>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
