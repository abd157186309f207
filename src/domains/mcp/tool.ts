import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { type Asked, Refusal } from '#domains/api/index.ts'
import type { Language } from '#platform/i18n.ts'
import { log } from '#platform/log.ts'
import { textsOf } from './texts.ts'

/** Every tool takes the language that it is to answer in. */
export const inLanguage = {
  language: z.enum(['sv', 'en']).default('sv').describe('The language of the answer: Swedish or English'),
}

/** Readies what reading needs, in a language. */
export type Ask = (language: Language) => Asked | Promise<Asked>

/** What a tool answers: in words for people, and the same as data for programs. */
export interface Told<T> {
  words: string[]
  data: T
}

/** Something that an assistant can ask for. All of them only read. */
export type Tool = (server: McpServer, ask: Ask) => void

/** A tool. What cannot be answered is told in words, so that the assistant can mend its question. */
export function tool<Q extends { language: Language }, T extends object>(spec: {
  name: string
  title: string
  description: string
  input: z.ZodObject & z.ZodType<Q>
  output: z.ZodObject & z.ZodType<T>
  run: (asked: Asked, question: Q) => Promise<Told<T>>
}): Tool {
  const { name, title, description, input, output, run } = spec
  const annotations = {
    title,
    readOnlyHint: true,
    idempotentHint: true,
    destructiveHint: false,
    openWorldHint: false,
  }
  return (server, ask) => {
    server.registerTool(
      name,
      { title, description, inputSchema: input, outputSchema: output, annotations },
      async (given) => {
        const question = input.parse(given)
        const asked = await ask(question.language)
        try {
          const { words, data } = await run(asked, question)
          return { content: [{ type: 'text', text: words.join('\n') }], structuredContent: { ...data } }
        } catch (error) {
          if (error instanceof Refusal) return failed(error.message)
          log.error({ err: error, tool: name }, 'a tool failed')
          return failed(textsOf(asked.l).internal)
        }
      },
    )
  }
}

function failed(text: string) {
  return { content: [{ type: 'text' as const, text }], isError: true }
}
