/** Longest id of a key figure, in letters; it stands in addresses. */
const longest = 40

/** What stands for a name in an address: small letters, digits and hyphens. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The id of a figure's version in a later set: `7` is `7-2027` there, and `7-2027` is `7-2031` later on. */
export function versionId(id: string, setId: string, taken: ReadonlySet<string>): string {
  return free(`${id.replace(/-\d{4}(-\d+)?$/, '')}-${setId}`, taken)
}

/** The id of a figure without a predecessor: by its number where it has one, else by its name. */
export function newFigureId(number: string, name: string, setId: string, taken: ReadonlySet<string>): string {
  return free(`${slugOf(number) || slugOf(name) || 'nyckeltal'}-${setId}`, taken)
}

/** The id of a member's own key figure: `egen-1382-solceller-pa-skolor`. */
export function ownFigureId(code: string, name: string, taken: ReadonlySet<string>): string {
  return free(`egen-${code}-${slugOf(name) || 'nyckeltal'}`, taken)
}

/** The wish, cut to its length and counted up until nothing has it. */
function free(wish: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? '' : `-${count}`
    const id = wish.slice(0, longest - tail.length).replace(/-+$/, '') + tail
    if (!taken.has(id)) return id
  }
}
