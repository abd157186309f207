/**
 * Reads a part of the page anew when the server tells that a ballot was opened or closed. The browser comes back by
 * itself after a break and says what it heard last, so nothing is missed.
 */
export function enhanceLive(root: Document): void {
  const part = root.querySelector<HTMLElement>('[data-live][id]')
  if (!part) return
  const read = oneAtATime(() => refresh(root, part))
  const source = new EventSource(`${part.dataset.live}?version=${part.dataset.version}`)
  source.addEventListener('change', ({ data }) => {
    if (data === part.dataset.version) return
    setTimeout(read, Math.random() * Number(part.dataset.spread))
  })
  addEventListener('pagehide', () => source.close())
  setInterval(() => {
    if (part.dataset.counts === 'yes' && !root.hidden) read()
  }, countEveryMs)
}

const countEveryMs = 2000

/** Whoever asks while it runs gets another run after it: what is being read may be from before. */
function oneAtATime(run: () => Promise<void>): () => void {
  let state: 'idle' | 'runs' | 'once-more' = 'idle'
  const begin = async () => {
    do {
      state = 'runs'
      await run()
    } while (isAskedAgain())
    state = 'idle'
  }
  const isAskedAgain = () => state === 'once-more'
  return () => {
    if (state === 'idle') void begin()
    else state = 'once-more'
  }
}

async function refresh(root: Document, part: HTMLElement): Promise<void> {
  const response = await fetch(location.pathname, { cache: 'no-store' }).catch(() => undefined)
  if (!response?.ok) return
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const now = page.getElementById(part.id)
  if (!now) return
  // While nothing else is new only the count is, and whatever somebody is doing on the page stays.
  if (part.dataset.version === now.dataset.version) {
    const counted = [...now.querySelectorAll('[data-count]')]
    for (const [i, shown] of part.querySelectorAll('[data-count]').entries())
      shown.replaceChildren(...(counted[i]?.childNodes ?? []))
    return
  }
  const hadFocus = part.contains(root.activeElement)
  Object.assign(part.dataset, now.dataset)
  part.replaceChildren(...now.childNodes)
  if (hadFocus) part.focus()
  const status = root.querySelector('[data-live-status]')
  if (status) status.textContent = now.dataset.say ?? ''
}
