import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'Contents' })

const listing = z.object({
  ListBucketResult: z
    .object({
      Contents: z.array(z.object({ Key: z.string(), LastModified: z.coerce.date() })).default([]),
      NextContinuationToken: z.string().default(''),
    })
    .or(z.literal('').transform(() => ({ Contents: [], NextContinuationToken: '' }))),
})

/** A page of what lies in a bucket, as S3 lists it. `next` asks for the page after; empty at the end. */
export function readListing(xml: string): { files: { key: string; changedAt: Date }[]; next: string } {
  const { Contents, NextContinuationToken } = listing.parse(parser.parse(xml)).ListBucketResult
  return {
    files: Contents.map(({ Key, LastModified }) => ({ key: Key, changedAt: LastModified })),
    next: NextContinuationToken,
  }
}
