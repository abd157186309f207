import { randomUUID } from 'node:crypto'

/** In a form that adds a text: its key, so that sending it twice does not double it. Its route says `once`. */
export function Once() {
  return <input type="hidden" name="once" value={randomUUID()} />
}
