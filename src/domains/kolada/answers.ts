import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { groupIn, kpiIn, placeIn } from './catalogue.ts'
import { envelope, itemOf, pageAddress } from './envelope.ts'
import { loadCatalogue, loadSeries, loadUnits } from './load.ts'
import {
  type Given,
  type ListQuestion,
  type Paging,
  plain,
  readDataQuestion,
  readListQuestion,
  type Version,
} from './question.ts'
import { pageOf } from './rules.ts'
import { pick } from './series.ts'

type C = Context<AppEnv<Database>>
/** Answers one kind of request in one version of the API. */
export type Answer = (c: C, version: Version) => Promise<Response> | Response

/** `/kpi` */
export const answerKpis: Answer = async (c, version) => {
  const question = readListQuestion(givenBy(c), version)
  const { kpis, byId } = await loadCatalogue(c.var)
  // An id of Kolada's own is answered when asked for but not listed, so that no figure stands there twice.
  const asked = question.ids?.flatMap((id) => byId.get(id)?.kpi ?? [])
  return list(c, version, asked ?? kpis, { ...question, ids: null }, kpiIn)
}

/** `/kpi_groups` */
export const answerKpiGroups: Answer = async (c, version) => {
  const { groups } = await loadCatalogue(c.var)
  return list(c, version, groups, readListQuestion(givenBy(c), version), groupIn)
}

/** `/municipality` */
export const answerPlaces: Answer = async (c, version) => {
  const question = readListQuestion(givenBy(c), version)
  const { places } = await loadUnits(c.var)
  const ofKind = places.filter(({ type }) => question.kind === null || type === question.kind)
  return list(c, version, ofKind, question, placeIn)
}

/** `/municipality_groups` */
export const answerPlaceGroups: Answer = async (c, version) => {
  const { groups } = await loadUnits(c.var)
  return list(c, version, groups, readListQuestion(givenBy(c), version), groupIn)
}

/** `/ou`: we have no values below the organisation. */
export const answerOus: Answer = (c, version) => {
  return send(c, version, [], readListQuestion(givenBy(c), version), () => '')
}

/** `/oudata`: none, as above. */
export const answerOuData: Answer = (c, version) => {
  return send(c, version, [], readDataQuestion(givenBy(c), version), () => '')
}

/** `/data` */
export const answerData: Answer = async (c, version) => {
  const question = readDataQuestion(givenBy(c), version)
  const { kpis, byId } = await loadCatalogue(c.var)
  const wanted = { ...question, units: question.units ? new Set(question.units) : null }
  const asked = (question.kpis ?? kpis.map(({ id }) => id)).flatMap((kpiId) => {
    const known = byId.get(kpiId)
    return known ? [{ kpiId, figureId: known.figureId }] : []
  })
  const parts = await Promise.all(
    asked.map(async ({ kpiId, figureId }) =>
      pick(await loadSeries(c.var, figureId), wanted).map((value) => ({ kpiId, value })),
    ),
  )
  const asksForChanges = question.fromDate !== null
  return send(c, version, parts.flat(), question, ({ kpiId, value }) =>
    itemOf(version, kpiId, value, asksForChanges),
  )
}

function list<T extends { id: string; title: string }>(
  c: C,
  version: Version,
  all: T[],
  { ids, title, page, perPage }: ListQuestion,
  show: (version: Version, one: T) => object,
): Response {
  const wanted = ids ? new Set(ids) : null
  const some = all.filter(
    (one) => (!wanted || wanted.has(one.id)) && (title === null || plain(one.title).includes(title)),
  )
  return send(c, version, some, { page, perPage }, (one) => JSON.stringify(show(version, one)))
}

/** Makes JSON of the items of one page only. */
function send<T>(
  c: C,
  version: Version,
  all: T[],
  { page, perPage }: Paging,
  toJson: (one: T) => string,
): Response {
  const { items, ...links } = pageOf(all, page, perPage)
  const body = envelope(version, { items: items.map(toJson), ...links }, (other) =>
    pageAddress(c.req.url, c.var.config, other),
  )
  return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' })
}

function givenBy(c: C): Given {
  return { path: c.req.param(), query: new URL(c.req.url).searchParams }
}
