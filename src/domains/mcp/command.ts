import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Database } from '#database/tables.ts'
import type { Command } from '#platform/command.ts'
import { createMemory } from '#platform/http/remember.ts'
import { localeOf } from '#platform/i18n.ts'
import { findDataVersion } from './queries.ts'
import { createServer } from './server.ts'
import type { Ask } from './tool.ts'

/** About half a kilobyte each: readings, standings, organisations. */
const rememberedThings = 20_000

/** Answers one assistant on this machine, for as long as it keeps the line open. */
export const mcpCommand: Command<Database> = {
  name: 'mcp',
  summary: 'Answers an assistant on this machine by the Model Context Protocol (stdio).',
  usage: ['mcp'],
  run: async ({ db, config, now, today, args, remark, signal }) => {
    if (args.length > 0) {
      remark('ekokommun mcp takes nothing more. The assistant asks on standard input.')
      return 2
    }
    const memory = createMemory(rememberedThings)
    const ask: Ask = async (language) => {
      const remember = memory(await findDataVersion(db))
      return { db, remember, today, now: now(), l: localeOf(language), origin: config.baseUrl }
    }
    const transport = new StdioServerTransport()
    const ended = new Promise<void>((resolve) => {
      process.stdin.once('end', resolve).once('close', resolve)
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    const served = serveStdio(() => createServer(ask), {
      transport,
      onerror: (error) => remark(error.message),
    })
    await ended
    await served.close()
    return 0
  },
}
