/**
 * Reads a part of the page anew when the server tells that a ballot was opened or closed. The browser comes back by
 * itself after a break and says what it heard last, so nothing is missed.
 */
export function enhanceLive(root: Document): void {
  const part = root.querySelector<HTMLElement>('[data-live][id]')
  if (!part) return
  let reading: Promise<void> | undefined
  const read = () => {
    reading ??= refresh(root, part).finally(() => {
      reading = undefined
    })
    return reading
  }
  const source = new EventSource(`${part.dataset.live}?version=${part.dataset.version}`)
  source.addEventListener('change', ({ data }) => {
    if (data === part.dataset.version) return
    setTimeout(() => void read(), Math.random() * Number(part.dataset.spread))
  })
  addEventListener('pagehide', () => source.close())
  const count = async () => {
    const every = Number(part.dataset.every ?? 0)
    if (every > 0 && !root.hidden) await read()
    setTimeout(count, every || slowMs)
  }
  setTimeout(count, Number(part.dataset.every ?? slowMs))
}

const slowMs = 2000

async function refresh(root: Document, part: HTMLElement): Promise<void> {
  const response = await fetch(location.pathname, { cache: 'no-store' }).catch(() => undefined)
  if (!response?.ok) return
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const now = page.getElementById(part.id)
  if (!now) return
  const before = part.dataset.version
  Object.assign(part.dataset, { every: '0' }, now.dataset)
  if (before === now.dataset.version && part.contains(root.activeElement)) return
  const hadFocus = part.contains(root.activeElement)
  part.replaceChildren(...now.childNodes)
  if (before === now.dataset.version) return
  if (hadFocus) part.focus()
  const status = root.querySelector('[data-live-status]')
  if (status) status.textContent = now.dataset.say ?? ''
}
