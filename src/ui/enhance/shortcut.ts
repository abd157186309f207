const kept = 'eko-shortcut'

/**
 * The key `/` moves to the search field, unless somebody writes or has turned it off: a key alone can be hit by
 * mistake, and by those who speak to their computer (WCAG 2.1.4).
 */
export function enhanceShortcut(root: Document): void {
  const field = root.querySelector<HTMLInputElement>('#site-search')
  if (!field) return
  let on = localStorage.getItem(kept) !== 'off'
  const show = () =>
    on ? field.setAttribute('aria-keyshortcuts', '/') : field.removeAttribute('aria-keyshortcuts')
  show()
  root.addEventListener('keydown', (event) => {
    if (!on || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target))
      return
    event.preventDefault()
    field.focus()
    field.select()
  })
  const part = root.querySelector<HTMLElement>('[data-shortcut]')
  const button = part?.querySelector('button')
  if (!part || !button) return
  const name = () => {
    button.textContent = (on ? button.dataset.off : button.dataset.on) ?? ''
  }
  name()
  part.hidden = false
  button.addEventListener('click', () => {
    on = !on
    localStorage.setItem(kept, on ? 'on' : 'off')
    show()
    name()
  })
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
