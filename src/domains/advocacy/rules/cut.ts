/** A part of what somebody asks. */
export interface Cut {
  title: string
  body: string
}

/** So long a heading may be, and so many sections come of one text. */
const longestTitle = 140
const mostSections = 40

/** "3.2 Avfall" or "Fråga 4:" on a line of its own. */
const numbered =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\p{Lu}|(?:fråga|avsnitt|question|section)\s+\d{1,2}\b).{0,120}$/iu

/**
 * Cuts a text into sections at its headings: those of Markdown if it has any, else lines that are numbered like
 * headings. What stands before the first is a section of its own; a text without headings is one.
 */
export function cutIntoSections(text: string, untitled: string): Cut[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const isMarked = lines.some((line) => /^#{1,6}\s+\S/.test(line))
  const headingOf = (line: string, i: number) => {
    if (isMarked) return /^#{1,6}\s+(.*\S)\s*#*$/.exec(line)?.[1]
    const alone = !lines[i - 1]?.trim()
    return alone && numbered.test(line.trim()) ? line.trim() : undefined
  }
  const cuts: { title: string; lines: string[] }[] = [{ title: untitled, lines: [] }]
  for (const [i, line] of lines.entries()) {
    const heading = headingOf(line, i)
    if (heading === undefined || cuts.length > mostSections) cuts.at(-1)?.lines.push(line)
    else cuts.push({ title: heading.slice(0, longestTitle), lines: [] })
  }
  return cuts
    .map(({ title, lines: own }) => ({ title, body: own.join('\n').trim() }))
    .filter(({ body }, i) => i > 0 || body !== '')
}
