/**
 * Keeps a part of the page up to date while something goes on: `data-follow` says how often it looks, in
 * milliseconds. When the part no longer asks to be followed, the whole page is shown anew as it ended.
 */
export function enhanceFollow(root: ParentNode): void {
  const followed = root.querySelector<HTMLElement>('[data-follow][id]')
  if (!followed) return
  const look = async () => {
    const response = await fetch(location.href).catch(() => undefined)
    if (response?.ok) {
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      const now = page.getElementById(followed.id)
      if (!now?.dataset.follow) {
        location.reload()
        return
      }
      followed.replaceChildren(...now.childNodes)
    }
    setTimeout(look, Number(followed.dataset.follow))
  }
  setTimeout(look, Number(followed.dataset.follow))
}
