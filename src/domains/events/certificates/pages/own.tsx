import { type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { frameTexts } from '#ui/texts.ts'
import { textsOf } from '../../texts.ts'
import { certificatePaths } from '../paths.ts'
import type { Certificate } from '../queries.ts'
import { certificateTexts } from '../texts.ts'
import { trainingDays, trainingHours } from '../words.ts'

export interface OwnCertificatesPageProps {
  l: Locale
  certificates: Certificate[]
  removed: boolean
}

/** Everything that somebody has been trained in with us. */
export function OwnCertificatesPage({ l, certificates, removed }: OwnCertificatesPageProps) {
  const t = certificateTexts(l).own
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href('/mina-sidor'), label: frameTexts(l).myPages }]} />
      <Done text={removed && t.removed} />
      <PageHeader title={t.title} lead={t.lead} />
      {certificates.length === 0 && <p>{t.none}</p>}
      <ul class="people">
        {certificates.map((certificate) => (
          <Row key={certificate.id} l={l} certificate={certificate} />
        ))}
      </ul>
      {certificates.length > 0 && <p class="subtle">{t.removeHint}</p>}
    </>
  )
}

function Row({ l, certificate }: { l: Locale; certificate: Certificate }) {
  const t = certificateTexts(l).own
  const { id, code, programme, withdrawnAt, madeUp } = certificate
  const training = toldIn(programme.title, l)?.text ?? ''
  return (
    <li>
      <div>
        <h2>
          <a href={l.href(certificatePaths.verify(code))}>{training}</a>{' '}
          {madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
          {withdrawnAt && <Tag tone="warning">{t.withdrawn}</Tag>}
        </h2>
        <p class="subtle">
          {trainingDays(certificate, l)}, {trainingHours(certificate, l)}
        </p>
      </div>
      <div class="row">
        {!withdrawnAt && (
          <a href={l.href(certificatePaths.file(code))} aria-label={t.fileOf(training)}>
            {t.file}
          </a>
        )}
        <form method="post" action={l.href(certificatePaths.remove)}>
          <input type="hidden" name="intyg" value={id} />
          <Button variant="tertiary" label={t.removeOf(training)}>
            {t.remove}
          </Button>
        </form>
      </div>
    </li>
  )
}
