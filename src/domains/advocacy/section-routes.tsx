import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import { readDocumentText } from '#platform/files/document-text.ts'
import { readFile } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { findDocument } from './document-queries.ts'
import { cutForm, longestCut } from './forms.ts'
import { type C, matterFor, matterIn, missing, placeOf } from './here.ts'
import type { Matter } from './matter-queries.ts'
import { SectionsPage } from './pages/sections.tsx'
import { advocacyPaths, matterId } from './paths.ts'
import { cutIntoSections } from './rules/cut.ts'
import { appendSections } from './section-actions.ts'
import { listSections, type Section } from './section-queries.ts'
import { textsOf } from './texts.ts'

/** The sections of a matter, and how a text is cut into them. */
export const sectionRoutes = new Hono<AppEnv<Database>>()

/** The pattern of a section's number in an address. */
export const sectionId = ':section{[0-9]{1,9}}'

sectionRoutes.get(advocacyPaths.sections(matterId), only('network.use'), async (c) => {
  const matter = await matterIn(c)
  const asked = Number(c.req.query('dokument') ?? 0)
  if (!asked || !can(c.var.actor, 'advocacy.edit')) return showSections(c, matter, { typed: {}, errors: {} })
  const text = await textOfDocument(c, matter, asked)
  return text === null
    ? showSections(c, matter, { typed: {}, errors: { remisstext: 'document-without-text' } }, 422)
    : showSections(c, matter, { typed: { remisstext: text }, errors: {} })
})

/** The text of one of a matter's documents, to be looked over before it is cut; null when it has none. */
async function textOfDocument(c: C, matter: Matter, id: number): Promise<string | null> {
  const document = await findDocument(c.var.db, id)
  if (!document || document.matterId !== matter.id) throw missing(c)
  return (
    (await readDocumentText(await readFile(c.var.db, document), document.name))?.slice(0, longestCut) ?? null
  )
}

sectionRoutes.post(advocacyPaths.cut(matterId), only('advocacy.edit'), async (c) => {
  const matter = await matterFor(c, 'edit-facts')
  const form = await readForm(c, cutForm)
  if (!form.ok) return showSections(c, matter, form, 422)
  const cuts = cutIntoSections(form.values.remisstext, textsOf(c.var.locale).sections.untitled)
  await appendSections(placeOf(c), matter.id, cuts)
  return redirect(c, advocacyPaths.sections(matter.id), 'delat')
})

/** The matter and the section of the address. */
export async function sectionIn(c: C): Promise<{ matter: Matter; section: Section }> {
  const matter = await matterIn(c)
  const id = Number(c.req.param('section'))
  const section = (await listSections(c.var.db, matter.id)).find((one) => one.id === id)
  if (!section) throw missing(c)
  return { matter, section }
}

async function showSections(
  c: C,
  matter: Matter,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 = 200,
): Promise<Response> {
  const { locale: l, db, actor } = c.var
  return page(
    c,
    { title: `${textsOf(l).tabs.sections}: ${matter.title}`, description: matter.summary, noIndex: true },
    <SectionsPage
      l={l}
      matter={matter}
      sections={await listSections(db, matter.id)}
      drafts={can(actor, 'advocacy.edit')}
      typed={typed}
      errors={errors}
      done={c.req.query('klart')}
    />,
    status,
  )
}
