/** What a page tells, for search engines: an object of schema.org as JSON-LD. The browser runs none of it. */
export function StructuredData({ data }: { data: Record<string, unknown> }) {
  // `<` would let a text end the script element; as an escape it means the same in JSON.
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
