import type { Adapter } from './adapter.ts'
import { fileAdapter } from './file/adapter.ts'
import { koladaAdapter } from './kolada/adapter.ts'
import { scbAdapter } from './scb/adapter.ts'
import type { AdapterName } from './tables.ts'

/** Every way to take values in. */
export const adapters: Record<AdapterName, Adapter> = {
  kolada: koladaAdapter,
  scb: scbAdapter,
  file: fileAdapter,
}
