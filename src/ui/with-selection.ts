/**
 * Keeps "my municipality" along a link: adds `kommun=<code>` to an address of this site, unless the address
 * names one itself. Without a code the address comes back as it is.
 */
export function withSelection(href: string, code: string | undefined): string {
  if (!code) return href
  const [beforeHash = '', ...fragment] = href.split('#')
  const [path = '', query = ''] = beforeHash.split('?')
  const parameters = new URLSearchParams(query)
  if (!parameters.has('kommun')) parameters.set('kommun', code)
  return [`${path}?${parameters}`, ...fragment].join('#')
}

/** The code in `kommun=` when it looks like one; anything else is left out of links. */
export function selectedCode(search: URLSearchParams): string | undefined {
  const code = search.get('kommun') ?? ''
  return /^[\w-]{1,12}$/.test(code) ? code : undefined
}
