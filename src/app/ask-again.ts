/** Requests that must not be answered by a replica again. */
const forPrimary = new WeakSet<Request>()
/** Requests that a replica has answered. */
const byReplica = new WeakSet<Request>()

/** Statuses that may only mean that a replica has not heard yet of what is asked for: a new page, role or link. */
const doubtful = new Set([403, 404, 409, 410])

export function mustAskPrimary(request: Request): boolean {
  return forPrimary.has(request)
}

export function noteReplica(request: Request): void {
  byReplica.add(request)
}

/**
 * Asks a second time, of the primary, when a replica made the program answer that there is no such thing: somebody
 * who follows a link in a mail has no cookie that tells what the replica must have first.
 */
export function askingAgain<Rest extends unknown[]>(
  fetch: (request: Request, ...rest: Rest) => Response | Promise<Response>,
) {
  return async (request: Request, ...rest: Rest): Promise<Response> => {
    const answer = await fetch(request, ...rest)
    if (!byReplica.has(request) || !doubtful.has(answer.status)) return answer
    forPrimary.add(request)
    return fetch(request, ...rest)
  }
}
