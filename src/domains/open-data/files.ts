import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { listFigures } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { streamed } from '#platform/http/streamed.ts'
import { type Content, contentOf } from './content.ts'
import { loadExtent } from './extent.ts'
import { csvMetadata, csvwType } from './formats/csvw.ts'
import { cubeOf } from './formats/json-stat.ts'
import { fileAddresses, formatAsked, isContentName, mediaTypes, type Setting } from './formats.ts'
import { figureCubePath, filePath, metadataPath, openDataPaths } from './paths.ts'
import type { Extent } from './queries.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

/** Counts up when files are written in another way, so that nobody keeps one of the old kind. */
const edition = 1

/** `/oppna-data/nyckeltal.csv` and the like: the whole of a content in a format. */
export async function answerFile(c: C): Promise<Response> {
  const [name = '', ending = ''] = (c.req.param('file') ?? '').split('.')
  const content = isContentName(name) ? contentOf(name) : undefined
  const format = content && formatAsked(content, ending, c.req.query('format'))
  if (!content || !format) throw noFile(c)
  const { locale } = c.var
  const rows = Number.isFinite(format.mostRows) ? await content.count(c.var) : 0
  if (rows > format.mostRows) {
    throw new Problem(404, textsOf(locale).tooLong(locale.number(rows)), choices(content))
  }
  const extent = await extentOf(c)
  const setting = settingOf(c, content, extent)
  const metadata = setting.addressOf(metadataPath(content.name))
  return streamed(c, {
    mediaType: format.mediaType,
    saveAs: `${content.name}.${format.ending}`,
    shape: `${edition} ${format.id} ${content.columns.map(({ key }) => key)}`,
    changedAt: isValues(content) ? extent.lastKnown : null,
    compress: format.text,
    headers: format.id === 'csv' ? { link: `<${metadata}>; rel="describedby"; type="${csvwType}"` } : {},
    write: () => format.write(content, c.var, setting),
  })
}

/** `/oppna-data/nyckeltal.csv-metadata.json`: what the columns of a CSV file are, by CSVW. */
export function answerMetadata(c: C): Response {
  const name = (c.req.param('file') ?? '').split('.')[0] ?? ''
  if (!isContentName(name)) throw noFile(c)
  const addressOf = addressOfRequest(c)
  const metadata = csvMetadata(contentOf(name), c.var.locale, (other) => addressOf(filePath(other, 'csv')))
  return c.body(`${JSON.stringify(metadata, null, 2)}\n`, 200, {
    'content-type': csvwType,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  })
}

/** `/oppna-data/nyckeltal/11.json-stat`: one key figure as a cube. */
export async function answerFigureCube(c: C): Promise<Response> {
  const id = (c.req.param('file') ?? '').replace(/\.json-stat$/, '')
  const figure = (await listFigures(c.var.db)).find((one) => one.id === id)
  if (!figure) throw noFile(c)
  const cube = await cubeOf(c.var, figure, addressOfRequest(c)(figureCubePath(id)))
  return c.body(`${JSON.stringify(cube)}\n`, 200, {
    'content-type': `${mediaTypes.jsonStat}; charset=utf-8`,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  })
}

/** Whole addresses of this site in the language of the request. */
export function addressOfRequest(c: C): (path: string) => string {
  return (path) => c.var.config.baseUrl + c.var.locale.href(path)
}

/** What files need to know of this site and this content. */
export function settingOf(c: C, content: Content, extent: Extent): Setting {
  const { locale: l } = c.var
  const t = textsOf(l)
  const addressOf = addressOfRequest(c)
  const notes = t.sheetNotes(
    `${t.contents[content.name].title}. ${t.contents[content.name].about}`,
    l.date(extent.lastKnownOn ?? c.var.today),
    addressOf(openDataPaths.page),
  )
  return { addressOf, notes: isValues(content) && extent.madeUp ? [...notes, t.madeUpNote] : notes }
}

export function extentOf(c: C): Promise<Extent> {
  return loadExtent(c.var)
}

function isValues({ name }: Content): boolean {
  return name === 'nyckeltal' || name === 'nyckeltal-historik'
}

function noFile(c: C): Problem {
  return new Problem(404, textsOf(c.var.locale).noFile, choices())
}

function choices(only?: Content): { href: string; label: string }[] {
  return fileAddresses()
    .filter(({ content, format }) => (!only || content === only) && !(only && format.id === 'xlsx'))
    .map(({ path }) => ({ href: path, label: path }))
}
