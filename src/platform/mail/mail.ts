/** A mail to one person, ready to leave. */
export interface Mail {
  kind: string
  personId?: number | undefined
  to: string
  replyTo?: string | undefined
  subject: string
  plain: string
  html: string
  /** Address that ends this kind of mail with one click (RFC 8058). */
  unsubscribe?: string | undefined
  /** Letters, digits and dashes: mails with the same word are shown as one conversation. */
  thread?: string | undefined
  attachments?: Attachment[] | undefined
}

/** A file that goes with a mail. */
export interface Attachment {
  name: string
  mediaType: string
  content: Buffer
}

/** What a mail says: paragraphs and at most one button. */
export interface MailText {
  language: string
  subject: string
  paragraphs: string[]
  button?: { label: string; href: string } | undefined
  /** Small print under the line. */
  footer: string[]
}

/** Writes the plain and the HTML part of a mail from one text. */
export function writeMail({
  language,
  subject,
  paragraphs,
  button,
  footer,
}: MailText): Pick<Mail, 'subject' | 'plain' | 'html'> {
  const plain = [
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    '-- ',
    ...footer,
  ].join('\n\n')
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#faf9f5;color:#1b2a24;font:16px/1.5 'Source Sans 3',Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;background:#fff;padding:24px 28px;border-radius:8px;border:1px solid #dcd9cf">
${paragraphs.map((text) => `<p>${linked(escapeHtml(text)).replaceAll('\n', '<br>')}</p>`).join('\n')}
${button ? `<p style="margin:28px 0"><a href="${escapeHtml(button.href)}" style="background:#1d5b46;color:#fff;padding:12px 20px;border-radius:6px;text-decoration:none;font-weight:600">${escapeHtml(button.label)}</a></p>\n<p style="font-size:14px;color:#4d5a54">${escapeHtml(button.href)}</p>` : ''}
<hr style="border:0;border-top:1px solid #dcd9cf;margin:24px 0">
${footer.map((text) => `<p style="font-size:14px;color:#4d5a54">${linked(escapeHtml(text))}</p>`).join('\n')}
</div></body></html>`
  return { subject: subject.replace(/\s+/g, ' '), plain, html }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function linked(escaped: string): string {
  return escaped.replace(
    /https?:\/\/(?:(?!&quot;|&gt;)[^\s<])*(?<![.,;:!?)])/g,
    (address) => `<a href="${address}" style="color:#1d5b46">${address}</a>`,
  )
}
