const longestSlug = 60

/** A title as the readable part of an address: "Färre resor, fler möten" is `farre-resor-fler-moten`. */
export function slugOf(title: string): string {
  const plain = title
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (plain.length <= longestSlug) return plain
  return plain
    .slice(0, longestSlug + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, longestSlug)
}
