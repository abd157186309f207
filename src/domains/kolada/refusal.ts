/** One thing that is wrong with a request, in the shape of FastAPI's, which clients of v3 know. */
export interface Fault {
  type: string
  /** Where: `path` or `query`, and the name. */
  loc: string[]
  msg: string
  input: string | null
}

/** A request that cannot be answered as asked. The answer lists the faults as JSON. */
export class Refusal extends Error {
  readonly faults: Fault[]
  /** v2 says 400 where v3 says 422. */
  readonly status: 400 | 422

  constructor(faults: Fault[], status: 400 | 422) {
    super(faults.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; '))
    this.faults = faults
    this.status = status
  }
}
