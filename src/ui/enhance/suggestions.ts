/** How long somebody must pause before anything is suggested, in milliseconds. */
const pause = 200
const fewestLetters = 2

/**
 * Shows links under a search box while somebody types in it: `data-suggest` of the form says where they come from.
 * They are links in the order of the page, so nothing need be learned: Tab or arrow down goes to them, Escape closes.
 */
export function enhanceSuggestions(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
    const field = form.querySelector<HTMLInputElement>('input[type=search]')
    if (field) suggestFor(form, field)
  }
}

function suggestFor(form: HTMLFormElement, field: HTMLInputElement): void {
  const box = document.createElement('div')
  box.className = 'suggestions'
  box.hidden = true
  form.append(box)
  const close = () => {
    box.hidden = true
  }
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked = ''
  const look = async () => {
    asked = field.value.trim()
    const typed = asked
    if (typed.length < fewestLetters) return close()
    const address = `${form.dataset.suggest}?q=${encodeURIComponent(typed)}`
    const response = await fetch(address).catch(() => undefined)
    // Somebody may have typed on, or left, while the answer was on its way.
    if (!response?.ok || asked !== typed || !form.contains(document.activeElement)) return
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html')
    box.replaceChildren(...answer.body.childNodes)
    box.hidden = box.childElementCount === 0
  }
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(look, pause)
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !box.hidden) {
      close()
      field.focus()
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event, box, field)
  })
  form.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close()
  })
}

/** Moves between the field and the links by the arrow keys. */
function move(event: KeyboardEvent, box: HTMLElement, field: HTMLElement): void {
  if (box.hidden) return
  const places = [field, ...box.querySelectorAll('a')]
  const here = places.indexOf(document.activeElement instanceof HTMLElement ? document.activeElement : field)
  const next = places[here + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
