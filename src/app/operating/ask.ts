import { createInterface } from 'node:readline/promises'

/** Asks the person at the terminal for a line; undefined when nobody sits there. */
export async function askAtTerminal(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  return terminal.question(question).finally(() => terminal.close())
}
