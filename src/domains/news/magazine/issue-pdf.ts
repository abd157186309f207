import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { association } from '#platform/association.ts'
import { readFile } from '#platform/files/store/index.ts'
import { localeOf } from '#platform/i18n.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { blocksOf } from '#ui/markdown-blocks.ts'
import { isNewsPicture, newsPaths } from '../paths.ts'
import { type NewsPicture, readPicture } from '../pictures/picture-queries.ts'
import { textsOf } from '../texts.ts'
import { picturesOf, type ReadArticle } from './contents.ts'
import type { Issue } from './issue-queries.ts'
import { issueTemplate } from './issue-template.ts'

/** On paper a picture needs no more pixels across. */
const widest = 1000

/** An issue as accessible PDF, with the same texts and pictures as its page. */
export async function issuePdf(
  db: Kysely<Database>,
  issue: Issue,
  articles: ReadArticle[],
  baseUrl: string,
): Promise<Buffer> {
  const l = localeOf(issue.language)
  const t = textsOf(l)
  const known = await picturesOf(db, issue)
  const drawn = new Map<string, { svg: string; alt: string }>()
  for (const picture of known) {
    const svg = await svgOf(db, picture)
    if (svg) drawn.set(newsPaths.picture(picture), { svg, alt: picture.alt })
  }
  const shown = (address: string, alt?: string) => {
    const picture = drawn.get(address)
    return picture && { ...picture, alt: alt ?? picture.alt }
  }
  return renderPdf(issueTemplate, {
    title: issue.title,
    language: issue.language,
    ...(issue.publishAt && { day: issue.publishAt.toISOString().slice(0, 10) }),
    data: {
      title: issue.title,
      lead: issue.lead,
      eyebrow: t.magazine.name(issue.year, issue.number),
      running: `${t.magazine.name(issue.year, issue.number)} · ${association.name.sv}`,
      madeUp: issue.madeUp ? t.magazine.madeUp : '',
      cover: issue.cover ? (shown(newsPaths.picture(issue.cover)) ?? null) : null,
      words: { page: t.magazine.page, contents: t.magazine.contents },
      articles: articles.map(({ title, lead, body, byline, picture, address, own }) => ({
        title,
        lead,
        byline: byline && t.magazine.by(byline),
        picture: picture ? (shown(newsPaths.picture(picture)) ?? null) : null,
        more: own || !address ? null : { label: t.magazine.readMore, href: baseUrl + l.href(address) },
        blocks: blocksOf(body, baseUrl, isNewsPicture).flatMap((block): object[] => {
          if (block.kind !== 'picture') return [block]
          const picture = shown(block.address, block.alt)
          return picture ? [{ kind: 'picture', ...picture }] : []
        }),
      })),
    },
  })
}

/** A picture as a drawing that holds it: the template takes words, and this is one. */
async function svgOf(db: Kysely<Database>, picture: NewsPicture): Promise<string | undefined> {
  const read = await readPicture(db, picture.id, picture.sha256)
  if (!read) return undefined
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(await readFile(db, read))
    .resize({ width: widest, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const address = `data:image/jpeg;base64,${data.toString('base64')}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${address}"/></svg>`
}
