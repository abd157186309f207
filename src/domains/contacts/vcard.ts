/** What a card tells; empty fields are left out. */
export interface VcardPerson {
  id: number
  name: string
  title: string
  organisation: string
  email: string
  phone: string
  address: string
}

/** A vCard 4.0 (RFC 6350): escaped, folded at 75 octets, lines ended by CRLF. */
export function vcardOf(person: VcardPerson): string {
  const words = person.name.split(' ')
  const family = words.length > 1 ? (words.at(-1) ?? '') : ''
  const given = words.length > 1 ? words.slice(0, -1).join(' ') : person.name
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${person.address}`,
    `FN:${escaped(person.name)}`,
    `N:${escaped(family)};${escaped(given)};;;`,
    person.organisation && `ORG:${escaped(person.organisation)}`,
    person.title && `TITLE:${escaped(person.title)}`,
    person.email && `EMAIL;TYPE=work:${escaped(person.email)}`,
    person.phone && `TEL;TYPE=work:${escaped(person.phone)}`,
    `SOURCE:${person.address}`,
    'END:VCARD',
  ]
  return lines
    .filter(Boolean)
    .map((line) => `${folded(String(line))}\r\n`)
    .join('')
}

/** RFC 6350, section 3.4. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** RFC 6350, section 3.2: a line of at most 75 octets, never cut within a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    const limit = parts.length === 0 ? 75 : 74
    if (Buffer.byteLength(part + character) > limit) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part].join('\r\n ')
}
