import { publicOrigin } from '#platform/http/public-origin.ts'
import type { Version } from './question.ts'
import type { Page, Value } from './rules.ts'

/**
 * The whole answer as JSON, from items that are JSON already. Clients of v2 look for the keys of the pages, so these
 * are absent at the ends; in v3 they are null.
 */
export function envelope(
  version: Version,
  { items, next, previous }: Page<string>,
  addressOf: (page: number) => string,
): string {
  const values = `"values":[${items.join()}]`
  const link = (page: number | null) => (page === null ? null : JSON.stringify(addressOf(page)))
  const [nextLink, previousLink] = [link(next), link(previous)]
  if (version === 'v3') {
    return `{${values},"next_url":${nextLink},"previous_url":${previousLink},"count":${items.length}}`
  }
  const links = [
    nextLink ? `,"next_page":${nextLink}` : '',
    previousLink ? `,"previous_page":${previousLink}` : '',
  ]
  return `{"count":${items.length},${values}${links.join('')}}`
}

/**
 * A value as an item of JSON. Written by hand since this is most of what the API does: ids and states are plain
 * words of ours, and a finite number reads the same in JSON. v2 tells of deleted values only when asked for changes.
 */
export function itemOf(version: Version, kpiId: string, value: Value, asksForChanges: boolean): string {
  const { unit, year, count, status, value: number } = value
  const deleted = version === 'v3' ? ',"isdeleted":false' : asksForChanges ? ',"is_deleted":0' : ''
  return `{"kpi":"${kpiId}","period":${year},"municipality":"${unit}","values":[{"gender":"T","count":${count},"status":"${status}","value":${number}${deleted}}]}`
}

/** The address of another page of a request, absolute. */
export function pageAddress(asked: string, config: Parameters<typeof publicOrigin>[1], page: number): string {
  const url = new URL(asked)
  url.searchParams.set('page', String(page))
  return `${publicOrigin(asked, config)}${url.pathname}${url.search}`
}
