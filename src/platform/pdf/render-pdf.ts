import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Language } from '#platform/i18n.ts'

/** What a document needs besides its template. */
export interface PdfContent {
  /** What the reader's window is named after. */
  title: string
  /** Read aloud and hyphenated in this language. */
  language: Language
  /** The day that the file says it was made, `YYYY-MM-DD`. Without it the file names none. */
  day?: string
  /** Reaches the template as the dictionary `data`; must survive JSON. */
  data: object
}

const require = createRequire(import.meta.url)
// The compiler carries DejaVu Sans Mono itself: it has signs, and the Arabic letters, that Source Sans 3 lacks.
const fonts = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf']
// Nothing lies here, so that there is nothing a template could read.
const emptyFolder = '/nonexistent/ekokommun-pdf'
const keptCompilations = 0

const preamble = String.raw`
#let content = json(bytes(sys.inputs.content))
#let data = content.data
#let day = content.at("day", default: none)
#set document(
  title: content.title,
  date: if day == none { none } else {
    let (year, month, day) = day.split("-").map(int)
    datetime(year: year, month: month, day: day)
  },
)
#set text(lang: content.language, font: ("Source Sans 3", "DejaVu Sans Mono"), fallback: false)
#show regex("\S{30,}"): word => text(hyphenate: false, word.text.clusters().join(h(0pt)))
`

let compiler: Promise<NodeCompiler> | undefined

/**
 * A document as accessible PDF (tagged, PDF/UA-1), from a template in Typst. Words in `data` are shown as they
 * are and never read as markup; the same content always gives the same bytes. A document with letters that no
 * font of ours has (Chinese, emoji) is tagged all the same and can be searched, but does not call itself PDF/UA.
 * Throws when the template is wrong: then the message says where.
 */
export async function renderPdf(template: string, content: PdfContent): Promise<Buffer> {
  if (/["']@/.test(template))
    throw new Error('A template may not import packages: they come from the network.')
  compiler ??= createCompiler()
  const typst = await compiler
  // Lets others in between two documents, and lets the compiler give back the memory of the one before.
  await setImmediate()
  const inputs = { content: JSON.stringify(content, (_, value) => shownText(value)) }
  try {
    const compiled = typst.compile({ mainFileContent: preamble + template, inputs })
    const { result } = compiled
    if (result) return exportPdf(typst, result)
    const found = compiled.takeDiagnostics()
    throw new Error(`The template is wrong: ${JSON.stringify(found && typst.fetchDiagnostics(found))}`)
  } finally {
    typst.evictCache(keptCompilations)
  }
}

function exportPdf(typst: NodeCompiler, result: NodeTypstDocument): Buffer {
  try {
    return typst.pdf(result, { pdfStandard: 'ua-1' })
  } catch (error) {
    if (!/could not be displayed with font/.test(String(error))) throw error
    return typst.pdf(result, { pdfStandard: '1.7' })
  }
}

/** Without what cannot be shown at all: control characters, halves of letters. */
function shownText(value: unknown): unknown {
  return typeof value === 'string'
    ? value.toWellFormed().replace(/[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}|\ufeff/gu, '')
    : value
}

/** Loaded when it is first needed, for it is large, and then kept: fonts are read once. */
async function createCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = await Promise.all(
    fonts.map((name) => readFile(require.resolve(`@expo-google-fonts/source-sans-3/${name}`))),
  )
  return NodeCompiler.create({ workspace: emptyFolder, fontArgs: [{ fontBlobs }] })
}
