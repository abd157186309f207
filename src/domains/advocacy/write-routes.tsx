import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { figureTitle, loadCatalogue, loadFigureData } from '#domains/key-figures/index.ts'
import { organisationDirectory, searchOrganisations } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { markerOf } from './figures/marker.ts'
import { drawFigures, readFigures } from './figures/read-figures.ts'
import { longestText, textForm } from './forms.ts'
import { type C, matterFor, placeOf } from './here.ts'
import type { Matter } from './matter-queries.ts'
import { WritePage, type WritePageProps } from './pages/write.tsx'
import { advocacyPaths, matterId } from './paths.ts'
import { joinText } from './text/paragraphs.ts'
import { saveText } from './text-actions.ts'
import { textsOf } from './texts.ts'
import { findVersion } from './version-queries.ts'

/** Where the drafters write the text, several at once. */
export const writeRoutes = new Hono<AppEnv<Database>>()

const drafts = only('advocacy.edit')

writeRoutes.get(advocacyPaths.write(matterId), drafts, async (c) => {
  const matter = await matterFor(c, 'write-text')
  const version = await findVersion(c.var.db, matter.id)
  const typed = { text: joinText(version?.paragraphs ?? []), version: String(version?.number ?? 0) }
  return show(c, matter, { typed })
})

writeRoutes.post(advocacyPaths.write(matterId), drafts, async (c) => {
  const { locale: l, now } = c.var
  const matter = await matterFor(c, 'write-text')
  const form = await readForm(c, textForm)
  const button = textIn(form.typed, 'gor')
  if (button === 'lagg-till') return show(c, matter, await withFigure(c, form.typed))
  if (!form.ok) return show(c, matter, form, 422)
  const { text, version, vad, sprakligt } = form.values
  const { quoted, faults } = await readFigures([text], { reader: c.var, l, now })
  const [fault] = faults
  if (fault) {
    return show(
      c,
      matter,
      { typed: form.typed, errors: { text: textsOf(l).figures.faults[fault.fault](fault.written) } },
      422,
    )
  }
  if (button === 'forhandsgranska') {
    return show(c, matter, { typed: form.typed, preview: drawFigures(text, quoted, { l, now }) })
  }
  const saved = await saveText(placeOf(c), {
    matterId: matter.id,
    text,
    base: version,
    note: vad,
    onlyLanguage: sprakligt,
  })
  const back = advocacyPaths.text(matter.id)
  if (saved.kind === 'saved') return redirect(c, back, saved.merged ? 'sammanfogat' : 'sparat')
  if (saved.kind === 'unchanged') return redirect(c, back, 'oforandrat')
  if (saved.kind === 'closed') return redirect(c, back, 'stangt')
  const { current, merged } = saved
  return show(
    c,
    matter,
    {
      typed: { ...form.typed, text: merged.text, version: String(current.number) },
      clash: { clashes: merged.clashes, writer: current.writer, number: current.number },
    },
    409,
  )
})

/** The form with a key figure put in at the end of its text, or with why it could not be. */
async function withFigure(c: C, typed: Typed): Promise<{ typed: Typed; errors: Record<string, string> }> {
  const [figureId, asked] = [textIn(typed, 'tal'), textIn(typed, 'tal-ar')]
  const directory = await organisationDirectory(c.var.db, c.var.remember)
  const [organisation, ...others] = searchOrganisations(directory, textIn(typed, 'tal-kommun'))
  if (!organisation || others.length > 0) return { typed, errors: { 'tal-kommun': 'figure-organisation' } }
  if (asked && !/^\d{4}$/.test(asked)) return { typed, errors: { 'tal-ar': 'figure-year' } }
  const { byCode } = await loadFigureData(c.var, figureId, null, [organisation.code])
  const reading = byCode
    .get(organisation.code)
    ?.findLast(({ value, year }) => value !== null && (!asked || year === Number(asked)))
  if (!reading) return { typed, errors: { 'tal-ar': 'figure-no-value' } }
  const marker = markerOf({ figureId, code: organisation.code, year: reading.year })
  const text = `${textIn(typed, 'text')}\n\n${marker}`.trim().slice(0, longestText)
  return { typed: { ...typed, text, 'tal-kommun': '', 'tal-ar': '' }, errors: {} }
}

async function show(
  c: C,
  matter: Matter,
  form: { errors?: Record<string, string> } & Pick<WritePageProps, 'typed' | 'preview' | 'clash'>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const l = c.var.locale
  const [{ figures, currentSet }, { all }] = await Promise.all([
    loadCatalogue(c.var),
    organisationDirectory(c.var.db, c.var.remember),
  ])
  const { title, lead } = textsOf(l).write
  const { typed, preview, clash, errors = {} } = form
  return page(
    c,
    { title: `${title}: ${matter.title}`, description: lead, noIndex: true },
    <WritePage
      l={l}
      matter={matter}
      typed={typed}
      errors={errors}
      preview={preview}
      clash={clash}
      figures={figures
        .filter(({ setId }) => setId === currentSet || setId === 'own')
        .map((figure) => ({ value: figure.id, label: figureTitle(figure, l) }))}
      organisations={all.map(({ name }) => name)}
    />,
    Object.keys(errors).length > 0 ? 422 : status,
  )
}
