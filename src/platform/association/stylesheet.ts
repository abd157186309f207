import { createHash } from 'node:crypto'
import type { Handler } from 'hono'
import { association } from '../association.ts'
import { stylesheetOf } from './colours.ts'

/** The association's colours as a small file of its own; null where it has the program's. */
export const ownStylesheet = association.colours ? written(stylesheetOf(association.colours)) : null

function written(css: string): { css: string; address: string } {
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12)
  return { css, address: `/assets/association-${hash}.css` }
}

/** Answers with the colours; the name carries a hash, so browsers may keep them for ever. */
export const serveOwnStylesheet: Handler = (c) =>
  c.body(ownStylesheet?.css ?? '', 200, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
