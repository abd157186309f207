import { type Locale, toldIn } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { textsOf } from '../../texts.ts'
import { certificatePaths } from '../paths.ts'
import type { Certificate } from '../queries.ts'
import { certificateTexts } from '../texts.ts'
import { trainingDays, trainingHours } from '../words.ts'

/** Whether a certificate holds, and what it says: for whoever was shown it. */
export function VerifyPage({ l, certificate }: { l: Locale; certificate: Certificate }) {
  const t = certificateTexts(l).verify
  const { name, organisation, programme, issuedOn, withdrawnAt, code, madeUp } = certificate
  const sessions = programme.sessions.flatMap((session) => toldIn(session, l)?.text ?? [])
  return (
    <div class="narrow">
      <PageHeader title={t.title}>
        {madeUp && (
          <p>
            <MadeUpBadge label={textsOf(l).madeUp} />
          </p>
        )}
      </PageHeader>
      <Notice tone={withdrawnAt ? 'danger' : 'success'}>
        <p>{withdrawnAt ? t.withdrawn(l.date(withdrawnAt)) : t.good}</p>
      </Notice>
      <DefinitionList
        items={[
          { term: t.name, meaning: name },
          ...(organisation ? [{ term: t.organisation, meaning: organisation }] : []),
          { term: t.training, meaning: toldIn(programme.title, l)?.text },
          { term: t.when, meaning: trainingDays(certificate, l) },
          { term: t.hours, meaning: trainingHours(certificate, l) },
          ...(sessions.length > 0 ? [{ term: t.content, meaning: sessions.join(' · ') }] : []),
          { term: t.issued, meaning: l.date(issuedOn) },
        ]}
      />
      {!withdrawnAt && (
        <p>
          <ButtonLink href={l.href(certificatePaths.file(code))}>{t.file}</ButtonLink>
        </p>
      )}
    </div>
  )
}
