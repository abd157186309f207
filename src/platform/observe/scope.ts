import { AsyncLocalStorage } from 'node:async_hooks'

/** What the program is busy with: stands in every line that is logged meanwhile. */
export interface Scope {
  /** Names one request, from the browser through the log to the page that says that something went wrong. */
  requestId?: string
  route?: string
  job?: string
}

const scopes = new AsyncLocalStorage<Scope>()

/** Runs something within a scope, with all that it begins. */
export function within<T>(scope: Scope, run: () => T): T {
  return scopes.run(scope, run)
}

export function currentScope(): Scope {
  return scopes.getStore() ?? {}
}
