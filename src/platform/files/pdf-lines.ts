import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { inflate } from 'node:zlib'
import { z } from 'zod'

/** What reading may cost: a small file can unfold to gigabytes, and say that it has a billion pages. */
const cost = { seconds: 30, megabytes: 400 }

/** What one stream of a document may unfold to, and all of them, in bytes; pages of text are far from it. */
const unfolded = { one: 64 * 2 ** 20, all: 512 * 2 ** 20 }

const answer = z.array(z.string())

/**
 * Runs beside the program: the reader is large, works for seconds on end, and what it reads is somebody else's. It
 * stands here as text since a thread begins with a file of its own, and the program is one file.
 */
const reading = `
  const { parentPort, workerData } = require('node:worker_threads')
  import('unpdf').then(async ({ getDocumentProxy }) => {
    const pdf = await getDocumentProxy(workerData.bytes)
    const lines = []
    for (let number = 1; number <= Math.min(pdf.numPages, workerData.pages); number += 1) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      for (const item of items) if ('str' in item) lines.push(item.str + (item.hasEOL ? '\\n' : ''))
      lines.push('\\n\\n')
      page.cleanup()
    }
    parentPort.postMessage(lines)
  })`

/**
 * The text of a PDF's first pages as it stands in their lines. Rejects when it cannot be read, or not within the time
 * and memory that a document is worth.
 */
export async function linesOfPdf(bytes: Buffer, pages: number): Promise<string[]> {
  if (!(await staysSmall(bytes))) throw new Error('the document unfolds to too much')
  return new Promise((resolve, reject) => {
    const worker = new Worker(reading, {
      eval: true,
      workerData: { bytes: new Uint8Array(bytes), pages },
      resourceLimits: { maxOldGenerationSizeMb: cost.megabytes },
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(
      () => finish(new Error('the document takes too long to read')),
      cost.seconds * 1000,
    )
    const finish = (outcome: unknown) => {
      clearTimeout(timer)
      void worker.terminate()
      const lines = answer.safeParse(outcome)
      if (lines.success) resolve(lines.data)
      else reject(outcome instanceof Error ? outcome : new Error('the document could not be read'))
    }
    worker.once('message', finish)
    worker.once('error', finish)
    worker.once('exit', finish)
  })
}

const unfold = promisify(inflate)

/** Whether every packed stream of the document, really unfolded, stays within what memory should hold. */
async function staysSmall(bytes: Buffer): Promise<boolean> {
  let all = 0
  for (let at = startOfStream(bytes, 0); at >= 0; at = startOfStream(bytes, at)) {
    const size = await unfold(bytes.subarray(at), { maxOutputLength: unfolded.one }).then(
      ({ length }) => length,
      // Other streams are no packed ones: those end with another fault than too much.
      (error: NodeJS.ErrnoException) => (error.code === 'ERR_BUFFER_TOO_LARGE' ? unfolded.all + 1 : 0),
    )
    all += size
    if (all > unfolded.all) return false
  }
  return true
}

/** Where the next stream's data begin (ISO 32000, 7.3.8): after the word and the end of its line. */
function startOfStream(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('stream', from); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const isEnd = bytes.subarray(Math.max(0, at - 3), at).toString('latin1') === 'end'
    if (isEnd) continue
    if (bytes[at + 6] === 10) return at + 7
    if (bytes[at + 6] === 13) return at + (bytes[at + 7] === 10 ? 8 : 7)
  }
  return -1
}
