import { z } from 'zod'

// What we lean on of PxWeb's answers (v2): its own limits, and JSON-stat 2.

/** `/config` */
export const limits = z.object({
  maxDataCells: z.int().min(1),
  maxCallsPerTimeWindow: z.int().min(1),
  timeWindow: z.number().positive(),
})

const category = z.object({
  index: z.union([z.record(z.string(), z.int()), z.array(z.string())]).optional(),
  label: z.record(z.string(), z.string()).optional(),
})
const dimension = z.object({
  category,
  extension: z
    .object({ elimination: z.boolean().optional(), eliminationValueCode: z.string().optional() })
    .optional(),
})
const frame = z.object({
  class: z.literal('dataset'),
  id: z.array(z.string()).min(1),
  size: z.array(z.int().min(0)),
  dimension: z.record(z.string(), dimension),
  role: z.object({ time: z.array(z.string()).length(1), metric: z.array(z.string()).length(1) }),
  updated: z.string().optional(),
  extension: z.object({ discontinued: z.boolean().nullish() }).optional(),
})

/** `/tables/{id}/metadata` */
export const description = frame
/** `/tables/{id}/data` */
export const dataset = frame.extend({
  value: z.union([z.array(z.number().nullable()), z.record(z.string(), z.number().nullable())]),
})
