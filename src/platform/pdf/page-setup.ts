/** How every document of the association is set up, in Typst: paper, green edge, running foot with page numbers, colours. */
export const pageSetup = ({ x, top, bottom }: { x: string; top: string; bottom: string }) => `
#let green = rgb("#0f5c46")
#let subtle = rgb("#50605a")
#let rule = 0.5pt + rgb("#d5dad4")

#set page(
  paper: "a4",
  margin: (x: ${x}, top: ${top}, bottom: ${bottom}),
  background: place(top, rect(width: 100%, height: 3mm, fill: green)),
  footer: context {
    set text(size: 8pt, fill: subtle)
    let number = str(counter(page).get().first())
    let pages = str(counter(page).final().first())
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      data.running,
      data.words.page.replace("{page}", number).replace("{pages}", pages),
    )
  },
)
`
