/** Closes the small screen's menu with Escape, or when the reader leaves it. */
export function enhanceFoldMenu(root: ParentNode): void {
  const menu = root.querySelector<HTMLDetailsElement>('.fold-menu')
  if (!menu) return
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false
  })
}
