/** How long somebody must pause before the server is asked, in milliseconds. */
const pause = 350

/** Shows what is like the title while it is typed: the server at `data-similar` gives the piece. */
export function enhanceSimilar(root: ParentNode): void {
  for (const frame of root.querySelectorAll<HTMLElement>('[data-similar]')) {
    const field = frame.querySelector('input')
    const place = root.querySelector(`#${frame.dataset.similarInto}`)
    if (!field || !place) continue
    let waiting: ReturnType<typeof setTimeout> | undefined
    let asked: AbortController | undefined
    const look = async () => {
      asked?.abort()
      asked = new AbortController()
      const address = `${frame.dataset.similar}?${new URLSearchParams({ titel: field.value })}`
      const piece = await fetch(address, { signal: asked.signal })
        .then((response) => (response.ok ? response.text() : undefined))
        .catch(() => undefined)
      if (piece === undefined) return
      show(place, new DOMParser().parseFromString(piece, 'text/html').body)
    }
    field.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(look, pause)
    })
  }
}

/** Puts the piece in its place; what says how many there are stays the same element, so that it is read aloud. */
function show(place: Element, piece: HTMLElement): void {
  const [says, now] = [place.querySelector('[role=status]'), piece.querySelector('[role=status]')]
  if (says) says.textContent = now?.textContent ?? ''
  for (const old of [...place.children]) if (old !== says) old.remove()
  place.append(...[...piece.children].filter((one) => says === null || one !== now))
}
