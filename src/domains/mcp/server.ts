import { McpServer } from '@modelcontextprotocol/server'
import { association } from '#platform/association.ts'
import type { Ask, Tool } from './tool.ts'
import { compareOrganisations } from './tools/compare.ts'
import { findOrganisations } from './tools/find-organisations.ts'
import { findGoodExamples } from './tools/good-examples.ts'
import { findMostImproved } from './tools/improvers.ts'
import { describeKeyFigure, listKeyFigures } from './tools/key-figures.ts'
import { lookUpValues } from './tools/values.ts'

/** Everything that an assistant can ask, in the order of the documentation. */
export const tools: Tool[] = [
  findOrganisations,
  listKeyFigures,
  describeKeyFigure,
  lookUpValues,
  compareOrganisations,
  findMostImproved,
  findGoodExamples,
]

const instructions = `Open data of ${association.name.en}, Sweden's network of eco-municipalities: sustainability key figures of all 290 municipalities and 21 regions. Everything is read-only.
Cite the source and the page that each answer names. Never present a value marked as made up as a fact. A missing value is missing, not zero. A place in a ranking is uncertain: tell the interval that it is likely in. Values before and after a change of method are not compared.`

/** A server for one connection, or for one request over HTTP. */
export function createServer(ask: Ask): McpServer {
  const server = new McpServer(
    { name: 'ekokommun', title: association.name.sv, version: '1.0.0' },
    { instructions },
  )
  for (const register of tools) register(server, ask)
  return server
}
