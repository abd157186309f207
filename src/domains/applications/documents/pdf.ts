import type { Locale } from '#platform/i18n.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import type { FileRow } from '../draft-queries.ts'
import type { Application } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { certificateTemplate, receiptTemplate } from './templates.ts'

/** What was sent in and when, as accessible PDF; the marks tell each document from every other (SHA-256). */
export function receiptPdf(l: Locale, application: Application, files: FileRow[]): Promise<Buffer> {
  const t = textsOf(l)
  const { receipt } = t.papers
  const { id, organisationName, answers, submitted_at: sent, startedByName } = application
  const heading = receipt.title(organisationName)
  return renderPdf(receiptTemplate, {
    title: heading,
    language: l.language,
    ...(sent ? { day: sent.toISOString().slice(0, 10) } : {}),
    data: {
      association: t.papers.association,
      heading,
      lead: receipt.lead,
      facts: [
        { label: receipt.number, value: String(id) },
        { label: receipt.organisation, value: organisationName },
        ...(sent ? [{ label: receipt.sent, value: l.moment(sent) }] : []),
        { label: receipt.by, value: startedByName },
        {
          label: receipt.decision,
          value: [answers.decidedOn && l.date(answers.decidedOn), answers.decisionParagraph]
            .filter(Boolean)
            .join(', '),
        },
        { label: receipt.programme, value: answers.programmeTitle },
      ].filter(({ value }) => value !== ''),
      files: files.map(({ name, sha256 }) => ({ name, mark: `SHA-256 ${sha256}` })),
      next: receipt.next,
      words: { documents: receipt.documents, next: receipt.nextTitle },
      footer: `${heading} · ${t.papers.association}`,
    },
  })
}

/** That an organisation is a member, since when and by which decision, as accessible PDF to hang on a wall. */
export function certificatePdf(l: Locale, application: Application, since: string): Promise<Buffer> {
  const t = textsOf(l).papers
  const { certificate } = t
  const heading = certificate.title
  return renderPdf(certificateTemplate, {
    title: `${heading}: ${application.organisationName}`,
    language: l.language,
    day: since,
    data: {
      association: t.association,
      heading,
      organisation: application.organisationName,
      text: certificate.text(l.date(since)),
      criteria: certificate.criteria,
      decision: certificate.decision(
        textsOf(l).office.decisionOf(l.date(application.decided_on ?? since), application.paragraph),
      ),
      words: { criteria: certificate.criteriaTitle },
      footer: `${application.made_up ? t.madeUp : ''}`,
    },
  })
}
