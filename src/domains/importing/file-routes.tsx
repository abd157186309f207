import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { listFigures } from '#domains/key-figures/index.ts'
import { readSheets } from '#platform/files/read-sheets.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { page } from '#ui/page.tsx'
import {
  findFile,
  type ImportFile,
  insertFile,
  listMappings,
  saveMapping,
  setSkipping,
} from './file/file-queries.ts'
import { fileLimits } from './file/limits.ts'
import { readMappingForm, typedOf } from './file/mapping-form.ts'
import { previewOf } from './file/preview.ts'
import { performJob } from './jobs.ts'
import { FilePage } from './pages/file.tsx'
import { UploadPage } from './pages/upload.tsx'
import { importPaths } from './paths.ts'
import { guessColumns } from './rules/guess.ts'
import { insertRun } from './run-queries.ts'
import { titlesOf } from './run-routes.tsx'
import { textsOf } from './texts.ts'
import { faultInWords } from './words.ts'

type C = Context<AppEnv<Database>>

/** A national file: laid up, its columns told, its changes looked at, loaded. */
export const fileRoutes = new Hono<AppEnv<Database>>()

fileRoutes.get(importPaths.files, only('imports.run'), (c) => showUpload(c, null, 200))

fileRoutes.post(
  importPaths.files,
  only('imports.run'),
  bodyLimit({
    maxSize: fileLimits.largest + 100_000,
    onError: (c: C) => showUpload(c, textsOf(c.var.locale).faults['file-large'] ?? '', 422),
  }),
  async (c) => {
    const { db, actor, locale: l } = c.var
    const form = await c.req.formData().catch(() => new FormData())
    const upload = form.get('fil')
    if (!(upload instanceof File) || upload.size === 0) {
      return showUpload(c, textsOf(l).errors['file-missing'] ?? '', 422)
    }
    const tables = await readSheets(Buffer.from(await upload.arrayBuffer()), fileLimits)
    if ('fault' in tables)
      return showUpload(c, faultInWords(l, `${tables.fault}: ${tables.detail ?? ''}`), 422)
    const chosen = textIn(typedIn(form), 'kolumner')
    const saved = (await listMappings(db)).find(({ name }) => name === chosen)
    const fileName = upload.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120)
    const id = await act(db, actor, 'lay up a file to import', (trx) =>
      insertFile(trx, {
        fileName,
        tables,
        madeBy: actor?.personId ?? null,
        mappingName: saved?.name ?? '',
        mapping: saved?.mapping ?? null,
      }),
    )
    return redirect(c, importPaths.file(id))
  },
)

const fileInAddress = ':id{\\d{1,15}}'

fileRoutes.get(importPaths.file(fileInAddress), only('imports.run'), async (c) => {
  const file = await fileIn(c)
  const typed = file.mapping ? typedOf(file.mappingName, file.mapping) : guessColumns(file.tables)
  return showFile(c, file, { typed, errors: {} }, 200)
})

fileRoutes.post(importPaths.file(fileInAddress), only('imports.run'), async (c) => {
  const { db, actor } = c.var
  const file = await fileIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const figures = new Set((await listFigures(db)).map(({ id }) => id))
  const read = readMappingForm(typed, file.tables, figures)
  if (!read.ok) return showFile(c, file, { typed, errors: read.errors }, 422)
  await act(db, actor, 'say what the columns of a file mean', (trx) =>
    saveMapping(trx, file.id, read.name, read.mapping),
  )
  return redirect(c, `${importPaths.file(file.id)}#andringar`)
})

fileRoutes.post(importPaths.load(fileInAddress), only('imports.run'), async (c) => {
  const { db, actor } = c.var
  const file = await fileIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  if (!file.mapping) return redirect(c, importPaths.file(file.id))
  const id = await act(db, actor, 'load a file', async (trx) => {
    await setSkipping(trx, file.id, textIn(typed, 'hoppa') !== '')
    const run = await insertRun(trx, {
      adapter: 'file',
      startedBy: 'button',
      personId: actor?.personId ?? null,
      file: { id: file.id, name: file.fileName },
      dry: false,
    })
    await wakeJob(trx, performJob)
    return run
  })
  return redirect(c, importPaths.run(id), 'startad')
})

async function fileIn(c: C): Promise<ImportFile> {
  const file = await findFile(c.var.db, Number(c.req.param('id')))
  const t = textsOf(c.var.locale).files
  if (!file) throw new Problem(404, t.gone, [{ href: importPaths.files, label: t.title }])
  return file
}

async function showUpload(c: C, fault: string | null, status: 200 | 422): Promise<Response> {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).files
  const names = (await listMappings(db)).map(({ name }) => name)
  return page(
    c,
    { title, description: lead, noIndex: true },
    <UploadPage l={l} fault={fault} mappings={names} />,
    status,
  )
}

async function showFile(
  c: C,
  file: ImportFile,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, today } = c.var
  const t = textsOf(l).files
  const title = t.mapTitle(file.fileName)
  return page(
    c,
    { title, description: t.mapLead, noIndex: true, wide: true },
    <FilePage
      l={l}
      file={file}
      figures={await listFigures(db)}
      preview={file.mapping && status === 200 ? await previewOf({ db, today }, file, file.mapping) : null}
      titles={await titlesOf(c)}
      {...form}
    />,
    status,
  )
}
