import { organisationPaths } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { reportingPaths } from '../paths.ts'
import type { Report } from '../report-queries.ts'
import { textsOf } from '../texts.ts'

/** What a report that is signed off is good for: other forms, and the member's yearly report. */
export function PutToUse({ l, report }: { l: Locale; report: Report }) {
  const t = textsOf(l).putToUse
  return (
    <section class="flow" aria-labelledby="anvand">
      <h2 id="anvand">{t.title}</h2>
      <ul>
        <li>
          <a href={l.href(reportingPaths.forms(report.code, report.year))}>{t.forms}</a>
        </li>
        <li>
          <a href={l.href(organisationPaths.yearlyReports(report.code))}>{t.yearlyReport}</a>
        </li>
      </ul>
    </section>
  )
}
