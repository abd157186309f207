import { isLuhn } from '#platform/luhn.ts'

/**
 * A Swedish organisation number as `NNNNNN-NNNN`, or null when it cannot be one. Hyphen, spaces and the prefix 16
 * are optional. The third digit is at least 2, so that it is never taken for a personal number, and the last one
 * is a check digit by Luhn's method (Skatteverket, SKV 709; lag 1974:174 om identitetsbeteckning för juridiska
 * personer).
 */
export function organisationNumber(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '').replace(/^16(?=\d{10}$)/, '')
  if (!/^\d{2}[2-9]\d{7}$/.test(digits) || !isLuhn(digits)) return null
  return `${digits.slice(0, 6)}-${digits.slice(6)}`
}

/**
 * The address of an organisation in the Peppol network, `0007:2120001234`, or null. Scheme 0007 is the Swedish
 * organisation number, which is checked; other schemes of ISO 6523 are taken as they are.
 */
export function peppolParticipant(typed: string): string | null {
  const [, scheme, identifier = ''] = /^(\d{4})\s*:\s*([0-9A-Za-z-]{1,50})$/.exec(typed.trim()) ?? []
  if (!scheme) return null
  if (scheme !== '0007') return `${scheme}:${identifier}`
  const number = organisationNumber(identifier)
  return number && `0007:${number.replace('-', '')}`
}

/**
 * A web address that can be linked to: `https` only, a host with a dot, no password. `www.falkenberg.se` gets its
 * `https://`. Null for anything else.
 */
export function secureLink(typed: string): string | null {
  const text = typed.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)
  if (url?.protocol !== 'https:' || url.username || url.password || /[\s<>"]/.test(text)) return null
  return url.hostname.includes('.') && url.href.length <= 500 ? url.href : null
}

/** A Swedish postal code as `NNN NN`, or null. */
export function postalCode(typed: string): string | null {
  const digits = typed.replace(/^SE-?/i, '').replace(/\s/g, '')
  return /^[1-9]\d{4}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3)}` : null
}

/** The code of an organisation of the partner network: `P-` and what of its name fits an address. */
export function partnerCode(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return `P-${slug || 'partner'}`
}
