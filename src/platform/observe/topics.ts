/** What happened with a request, told when its answer begins to leave. */
export interface AnsweredRequest {
  method: string
  /** The pattern that answered, as `/nyckeltal/:id`, without language; never the address itself. */
  route: string
  status: number
  ms: number
}

/** A query that is over, well or not. Its parameters are never told. */
export interface EndedQuery {
  sql: string
  ms: number
  failed: boolean
}

/** A recurring job that has run. */
export interface EndedJob {
  name: string
  ms: number
  failed: boolean
}

/** Those who listen to one kind of happening; telling nobody costs nothing. */
export interface Topic<T> {
  tell(happening: T): void
  /** Gives what ends it. */
  listen(heard: (happening: T) => void): () => void
}

function topic<T>(): Topic<T> {
  const listeners = new Set<(happening: T) => void>()
  return {
    tell: (happening) => {
      for (const heard of listeners) heard(happening)
    },
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}

export const requestAnswered = topic<AnsweredRequest>()
export const queryEnded = topic<EndedQuery>()
export const jobEnded = topic<EndedJob>()
/** Whether a page was there already when it was asked for. */
export const pageAsked = topic<{ kept: boolean }>()
