/**
 * Whether words name an organisation: as it is written, or in another spelling that can mean nobody else among all:
 * "Falkenbergs kommun", "FALKENBERG", "Malmo". Habo and Håbo are two municipalities, so the marks of letters are only
 * looked past when one name is left.
 */
export function namesOrganisation(
  own: { code: string; name: string },
  all: { code: string; name: string }[],
  words: string,
): 'exactly' | 'almost' | 'no' {
  if (words === own.name || words === own.code) return 'exactly'
  for (const write of [plain, folded]) {
    const spellings = new Set([write(words), write(words.replace(/s? (kommun|stad)$/i, ''))])
    const genitive = write(words.replace(/ (kommun|stad)$/i, ''))
    const found = all.filter(({ name }) => spellings.has(write(name)) || genitive === write(name))
    if (found.length > 0) return found.length === 1 && found[0]?.code === own.code ? 'almost' : 'no'
  }
  return 'no'
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('sv').replace(/\s+/g, ' ')
}

function folded(text: string): string {
  return plain(text)
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]/g, '')
}
