import { pino, stdSerializers } from 'pino'
import { currentScope } from './observe/scope.ts'
import { withoutSecrets } from './without-secrets.ts'

/**
 * The program's own account of what it does and what went wrong, one JSON object a line on standard error. Each line
 * names the request or the job that it belongs to. Addresses, parameters and people never stand in it.
 */
export const log = pino(
  {
    level: 'warn',
    base: null,
    mixin: () => ({ ...currentScope() }),
    serializers: { err: withoutValues },
    hooks: { streamWrite: withoutSecrets },
  },
  pino.destination(2),
)

/** PostgreSQL says in its details which values an error is about; those are people's. */
function withoutValues(error: Error): unknown {
  const told = stdSerializers.err(error)
  if (!told || typeof told !== 'object') return told
  const {
    detail: _detail,
    where: _where,
    parameters: _parameters,
    ...rest
  } = told as typeof told & Record<string, unknown>
  return rest
}
