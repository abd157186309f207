import { readDirectory, textOfEntry, unfoldsWithin } from './zip.ts'

/** Largest document that is taken in, in bytes. */
export const largestDocument = 25 * 1024 * 1024
/** What a packed document may unfold to. */
const largestUnfolded = 100 * 1024 * 1024

/** A document as its content shows it to be. */
export interface RecognisedDocument {
  mediaType: string
  /** `PDF`, `PDF/A-2B`, `DOCX` or `ODT`. */
  standard: string
}

/** Why a document was refused. */
export type DocumentFault =
  | 'file-empty'
  | 'file-large'
  | 'file-kind'
  | 'file-lies'
  | 'file-locked'
  | 'file-macros'
  | 'file-broken'
  | 'file-old'

const odt = 'application/vnd.oasis.opendocument.text'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const programs = /\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jar|msi)$/i

/**
 * Recognises PDF, PDF/A, DOCX and ODT by their content; the name must agree with it. Refuses everything else,
 * what is locked by a password, carries macros or programs, or unfolds to more than memory should hold. The three
 * kinds are told apart here rather than by a library of hundreds, since what is asked for is stricter: a whole
 * file, not only its first bytes.
 */
export async function recogniseDocument(
  bytes: Buffer,
  name: string,
): Promise<RecognisedDocument | { fault: DocumentFault }> {
  if (bytes.length === 0) return { fault: 'file-empty' }
  if (bytes.length > largestDocument) return { fault: 'file-large' }
  const start = bytes.subarray(0, 8).toString('latin1')
  const found = start.startsWith('%PDF-')
    ? recognisePdf(bytes)
    : start.startsWith('PK\x03\x04')
      ? await recogniseZip(bytes)
      : ({ fault: start.startsWith('\xd0\xcf\x11\xe0') ? 'file-old' : 'file-kind' } as const)
  if ('fault' in found) {
    const claims = /\.(pdf|docx|odt)$/i.test(name)
    return found.fault === 'file-kind' && claims ? { fault: 'file-lies' } : found
  }
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  return ending === endings[found.mediaType] ? found : { fault: 'file-lies' }
}

const endings: Record<string, string> = { 'application/pdf': 'pdf', [docx]: 'docx', [odt]: 'odt' }

/** A PDF has an end; whether it says to be PDF/A stands in its metadata (ISO 19005, `pdfaid:part`). */
function recognisePdf(bytes: Buffer): RecognisedDocument | { fault: DocumentFault } {
  if (!bytes.subarray(-2048).includes('%%EOF')) return { fault: 'file-broken' }
  const text = bytes.toString('latin1')
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)) return { fault: 'file-locked' }
  const part = /pdfaid:part(?:\s*=\s*["']|>)(\d)/.exec(text)?.[1]
  const level = /pdfaid:conformance(?:\s*=\s*["']|>)([A-Fa-f])/.exec(text)?.[1] ?? ''
  return { mediaType: 'application/pdf', standard: part ? `PDF/A-${part}${level.toUpperCase()}` : 'PDF' }
}

async function recogniseZip(bytes: Buffer): Promise<RecognisedDocument | { fault: DocumentFault }> {
  const entries = readDirectory(bytes)
  if (!entries) return { fault: 'file-broken' }
  const names = new Set(entries.map(({ name }) => name))
  const isDocx = names.has('[Content_Types].xml') && names.has('word/document.xml')
  const isOdt = names.has('mimetype') && names.has('content.xml')
  if (!isDocx && !isOdt) return { fault: 'file-kind' }
  if (entries.some(({ encrypted }) => encrypted)) return { fault: 'file-locked' }
  if (!(await unfoldsWithin(bytes, largestUnfolded))) return { fault: 'file-broken' }
  if (
    entries.some(
      ({ name }) => /vbaProject\.bin$|^(Basic|Scripts)\/.*[^/]$/i.test(name) || programs.test(name),
    )
  ) {
    return { fault: 'file-macros' }
  }
  if (isDocx) {
    const types = await textOfEntry(bytes, '[Content_Types].xml', 1_000_000)
    if (!types) return { fault: 'file-broken' }
    if (/macroEnabled/i.test(types)) return { fault: 'file-macros' }
    return /wordprocessingml\.document\.main\+xml/.test(types)
      ? { mediaType: docx, standard: 'DOCX' }
      : { fault: 'file-kind' }
  }
  if ((await textOfEntry(bytes, 'mimetype', 200))?.trim() !== odt) return { fault: 'file-kind' }
  const manifest = await textOfEntry(bytes, 'META-INF/manifest.xml', 1_000_000)
  return manifest?.includes('encryption-data')
    ? { fault: 'file-locked' }
    : { mediaType: odt, standard: 'ODT' }
}
