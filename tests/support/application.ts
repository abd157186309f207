import type { testApp } from './app.ts'
import { get, post } from './login.ts'

type App = ReturnType<typeof testApp>

/** A small whole PDF that can be told apart by its text. */
export function smallPdf(text: string): File {
  return new File([`%PDF-1.7\n% ${text}\ntrailer << /Root 1 0 R >>\n%%EOF\n`], `${text}.pdf`)
}

/** What every part of a complete application says, by the name of the part in its address. */
export const wholeApplication: Record<string, Record<string, string>> = {
  organisation: {
    organisationNumber: '212000-1355',
    address: 'Box 1',
    postalCode: '44230',
    city: 'Kungälv',
    email: 'kommun@kungalv.example',
    invoiceEmail: 'faktura@kungalv.example',
    invoiceReference: 'Miljö 7',
  },
  beslut: { decidingBody: 'council', decidedOn: '2026-10-15', decisionParagraph: '61' },
  program: {
    programmeTitle: 'Miljöprogram 2026–2030',
    programmeAdoptedOn: '2026-04-01',
    programmeAddress: '',
  },
  'kriterium-1': { criterion1: 'Fossilfritt 2030.' },
  'kriterium-2': { criterion2: 'Giftfri förskola.' },
  'kriterium-3': { criterion3: 'Våtmarker och skog.' },
  'kriterium-4': { criterion4: 'Ungdomsråd och dialog.' },
  kontaktpersoner: {
    politicianName: 'Pia Politiker',
    politicianTitle: 'Kommunalråd',
    politicianEmail: 'pia@kungalv.example',
    officialName: 'Olle Ämbetsman',
    officialTitle: 'Miljöstrateg',
    officialEmail: 'olle@kungalv.example',
  },
}

/** Fills every part of an application and uploads its two documents. */
export async function fillApplication(app: App, path: string, cookie: string): Promise<void> {
  for (const [part, fields] of Object.entries(wholeApplication)) {
    await expectLed(await post(app, `${path}/del/${part}`, fields, cookie))
  }
  for (const kind of ['decision', 'programme'])
    await expectLed(await upload(app, path, kind, smallPdf(kind), cookie))
}

/** Uploads one document. */
export function upload(app: App, path: string, kind: string, file: File, cookie: string): Promise<Response> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('fil', file)
  return post(app, `${path}/dokument`, form, cookie)
}

/** The number of steps that a page with a form shows. */
export async function versionOn(app: App, path: string, cookie: string): Promise<string> {
  const html = await (await get(app, path, cookie)).text()
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
}

async function expectLed(response: Response): Promise<void> {
  if (response.status !== 303) throw new Error(`${response.status}: ${await response.text()}`)
}
