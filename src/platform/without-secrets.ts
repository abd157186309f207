/** Passwords in addresses, and what opens something: session cookies, links, seals and signatures are this long. */
const password = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"]*:)[^\s@"]+@/gi
const token = /[\w-]{43,}/g

/**
 * A text without what nobody may read in a log: the password of an address, and every token. Broad on purpose: a hash
 * that is lost in a log can be looked up, a link that is found there can be used.
 */
export function withoutSecrets(text: string): string {
  return text.replace(password, '$1…@').replace(token, '…')
}
