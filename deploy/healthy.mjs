// Ends with 0 when the program answers on this machine that it is alive.
const port = process.env.PORT || '3000'
const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2500) }).catch(
  () => undefined,
)
process.exit(answer?.ok ? 0 : 1)
