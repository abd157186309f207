/** Shows the buttons that copy a field's text, and lets a click in the field mark it all. */
export function enhanceCopyButtons(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const field = document.getElementById(button.dataset.copy ?? '')
    if (!(field instanceof HTMLInputElement) || !navigator.clipboard) continue
    const label = button.textContent
    button.hidden = false
    button.setAttribute('aria-live', 'polite')
    field.addEventListener('focus', () => field.select())
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(field.value)
      button.textContent = button.dataset.copied ?? label
      setTimeout(() => {
        button.textContent = label
      }, 3000)
    })
  }
}
