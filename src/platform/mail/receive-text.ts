/** What stands above the quoted mail; replies are cut there, whatever the mail program does with the rest. */
export const cutMarks = ['Skriv ditt svar ovanför den här raden', 'Write your reply above this line'] as const

/** More than anybody writes; what comes after is not looked at. */
const longestText = 200_000

const original =
  /^[-_ ]*(ursprungligt meddelande|vidarebefordrat meddelande|original message|forwarded message)[-_ ]*$/i
const rule = /^\s*[-_]{5,}\s*$/
const from = /^\*?(från|from|fra|von)\s?:\*?\s+\S/i
const header = /^\*?(skickat|sent|datum|date|till|to|kopia|cc|ämne|subject)\s?:\*?(\s|$)/i
const phone =
  /^(skickat från (min |mitt |outlook|mail|samsung|yahoo|iphone)|sent from (my |outlook|mail|samsung|yahoo)|hämta outlook |get outlook )/i
const farewell =
  /^(?:(?:med )?(?:vänlig|bästa|varma|många) hälsning(?:ar)?|hälsningar|mvh|vh|(?:kind|best|warm)? ?regards)(?=$|[\s,.!/]).{0,40}$|^vänligen[,.!]?$/i

/** So much at most is a signature under a farewell. */
const signature = { lines: 15, characters: 800 }

/**
 * Only what somebody wrote in a reply: without the mail it answers and without the signature. Knows the ways of
 * Swedish and English mail programs; what it does not recognise it keeps, rather than losing what was meant.
 */
export function newTextOf(mail: string): string {
  const lines = mail
    .slice(0, longestText)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
  const kept = withoutSignature(withoutQuotes(lines))
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function withoutQuotes(lines: string[]): string[] {
  const kept: string[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? ''
    if (isQuoted(line) && !holdsMark(line)) continue
    if (holdsMark(line) || original.test(line) || beginsHeaders(lines, i)) return withoutRule(kept)
    const said = attribution(lines, i)
    if (said === 0) {
      kept.push(line)
      continue
    }
    const next = lines.slice(i + said).find((one) => one !== '')
    // Without quote signs nobody can tell where the quoted mail ends.
    if (next === undefined || !isQuoted(next)) return kept
    i += said - 1
  }
  return kept
}

const isQuoted = (line: string) => line.trimStart().startsWith('>')
const holdsMark = (line: string) => line.length < 200 && cutMarks.some((mark) => line.includes(mark))

/** “Från: … Skickat: …”, as Outlook begins the mail that is answered. */
function beginsHeaders(lines: string[], at: number): boolean {
  if (!from.test(lines[at] ?? '')) return false
  return lines.slice(at + 1, at + 5).some((line) => header.test(line))
}

/** How many lines from here say “Den 26 november skrev …:”; 0 when none do. */
function attribution(lines: string[], at: number): number {
  let said = ''
  for (let count = 1; count <= 3; count += 1) {
    const line = lines[at + count - 1]
    if (line === undefined || line === '' || isQuoted(line)) return 0
    said = `${said} ${line}`.trim()
    if (said.length > 400) return 0
    if (!said.endsWith(':')) continue
    const writes = /(^|\s)(skrev|wrote)(\s|:)/i.test(said)
    return writes && (said.includes('@') || /\d[:.]\d\d/.test(said)) ? count : 0
  }
  return 0
}

/** The line that some programs draw above the mail that is answered is not kept either. */
function withoutRule(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line !== '')
  return last >= 0 && rule.test(lines[last] ?? '') ? lines.slice(0, last) : lines
}

function withoutSignature(lines: string[]): string[] {
  const end = lines.findIndex((line, i) => {
    if (line === '--' || phone.test(line)) return true
    if (lines.length - i > signature.lines || line.length > 80 || !farewell.test(line)) return false
    return lines.slice(i).join('\n').length <= signature.characters
  })
  return end < 0 ? lines : withoutRule(lines.slice(0, end))
}
