/** What says whether a mail was written by a person: its head and the address that bounces go to. */
export interface MailHead {
  /** Empty for bounces. */
  returnPath: string
  /** The address in From; empty when there is none. */
  from: string
  messageId: string
  /** All lines with a name, in lower case, without the name. */
  header: (name: string) => string[]
}

/** A mail that has passed so many servers goes round. */
const mostHops = 30

const machines = /^(mailer-daemon|postmaster|no-?reply|donotreply|bounces?)([-+._].*)?$/i

/**
 * Whether a mail was sent by a program, or by ourselves: a bounce, an automatic reply, a list, or one that goes round
 * (RFC 3834). Such mail is never answered, or two programs would write to each other for ever.
 */
export function isAutomatic(
  { returnPath, from, messageId, header }: MailHead,
  own: { address: string; domain: string },
): boolean {
  const one = (name: string) => (header(name)[0] ?? '').trim().toLowerCase()
  const [local = ''] = from.split('@')
  return (
    ['', '<>'].includes(returnPath.trim()) ||
    machines.test(returnPath.split('@')[0] ?? '') ||
    machines.test(local) ||
    from.toLowerCase() === own.address.toLowerCase() ||
    !['', 'no'].includes(one('auto-submitted').split(/[\s;]/)[0] ?? '') ||
    /^(bulk|junk|list|auto[-_]reply)\b/.test(one('precedence')) ||
    ['list-id', 'x-loop', 'x-autoreply', 'x-autorespond'].some((name) => header(name).length > 0) ||
    one('content-type').startsWith('multipart/report') ||
    isOwnMessageId(messageId, own.domain) ||
    header('received').length > mostHops
  )
}

/** The outbox names its mails so. */
export function isOwnMessageId(messageId: string, domain: string): boolean {
  const id = messageId.trim().toLowerCase()
  return /^<mail-\d+-[a-z0-9]+@/.test(id) && id.endsWith(`@${domain.toLowerCase()}>`)
}

/** Whether the operator's own mail server has found the sender's domain to disown the mail (RFC 8601). */
export function isDisowned({ header }: Pick<MailHead, 'header'>): boolean {
  return header('authentication-results').some((line) => /\bdmarc\s*=\s*fail\b/i.test(line))
}
