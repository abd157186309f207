import type { Locale } from '#platform/i18n.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { sitePaths } from '../paths.ts'
import { statementsOf } from '../texts.ts'
import { Paragraphs, Points } from './paragraphs.tsx'

/** The days of the statement. Change them together with its text, after a new assessment. */
const assessedOn = '2026-11-23'
const updatedOn = '2026-11-23'

/** The statement that the association's law asks for; whom to report a lack to, where there is somebody. */
export function AccessibilityPage({ l }: { l: Locale }) {
  const t = statementsOf(l).accessibility
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <p>{t.intro}</p>
      <section aria-labelledby="status">
        <h2 id="status">{t.statusTitle}</h2>
        <p>
          <strong>{t.status}</strong>
        </p>
        <p>{t.statusAim}</p>
      </section>
      <section aria-labelledby="brister">
        <h2 id="brister">{t.faultsTitle}</h2>
        <Points texts={t.faults} />
        <p>{t.faultsReason}</p>
      </section>
      <section aria-labelledby="provat">
        <h2 id="provat">{t.testTitle}</h2>
        <Paragraphs texts={t.test} />
        <p>
          {t.assessed(l.date(assessedOn))} {t.updated(l.date(updatedOn))}
        </p>
      </section>
      <section aria-labelledby="sag-till">
        <h2 id="sag-till">{t.feedbackTitle}</h2>
        <p>{t.feedback}</p>
        <p>
          <a href={l.href(sitePaths.secretariat)}>{t.feedbackLink}</a>
        </p>
      </section>
      {t.authority && (
        <section aria-labelledby="tillsyn">
          <h2 id="tillsyn">{t.authorityTitle}</h2>
          <p>{t.authority.text}</p>
          <p>
            <a href={t.authority.address}>{t.authority.link}</a>
          </p>
        </section>
      )}
    </>
  )
}
