/**
 * What the theme's search box lacks for Japanese, and the way to the passage on the page one arrives at.
 *
 * - The theme searches when a key comes up. An input method, speech or a phone's keyboard changes the
 *   text without keys: here every change searches, while composing too.
 * - The theme goes to the first result on Enter. Enter that ends a conversion is none: some browsers send
 *   it after the composition has ended, marked by key code 229 only.
 * - A result leads to a page with the words marked (`?h=`). Sections of notes can be long without headings,
 *   so the page is scrolled to the marked words.
 */
{
  const BOX = "[data-md-component=search-query]"
  const MARK = "mark[data-md-highlight]"
  const DEFINES = /^(?:とは|は|[」』】]?[:：（(→=＝])/

  /** Let the theme read the search box. Its listener is on the box itself, so nobody else hears of this. */
  const search = event => {
    if (event.target instanceof Element && event.target.matches(BOX)) event.target.dispatchEvent(new Event("keyup"))
  }
  document.addEventListener("input", search)
  document.addEventListener("compositionend", search)

  window.addEventListener("keydown", event => {
    const composing = event.isComposing || event.keyCode === 229
    if (composing && event.target instanceof Element && event.target.matches(BOX)) event.stopImmediatePropagation()
  }, true)

  // Now: with instant navigation the address changes, but not what the settings say.
  const { base } = JSON.parse(document.getElementById("__config").textContent)
  const root = new URL(base.replace(/\/*$/, "/"), window.location)
  /** Fetch the search and its index, which it loads with the first query, as soon as one is about to type. */
  const prepare = async () => {
    const index = await fetch(new URL("search/search_index.json", root))
    const { script, index: rest } = (await index.json()).config.study
    await Promise.all([script, rest].map(path => fetch(new URL(path, root))))
  }
  const focused = event => {
    if (!(event.target instanceof Element) || !event.target.matches(BOX)) return
    document.removeEventListener("focusin", focused)
    prepare().catch(() => {}) // the search tries again
  }
  if (window.location.protocol !== "file:") document.addEventListener("focusin", focused)

  /** The text of the block that follows a mark. */
  const after = mark => {
    const range = document.createRange()
    const block = mark.closest("li, p, td, th, dd, dt, h1, h2, h3, h4, h5, h6, pre, summary") || mark.parentElement
    range.setStartAfter(mark)
    range.setEnd(block, block.childNodes.length)
    return range.toString().trimStart()
  }

  /** The mark to show first: the one that is being defined, else the first. */
  const foremost = marks => marks.find(mark => DEFINES.test(after(mark))) || marks[0]

  /** Whether one sees an element without scrolling. */
  const visible = element => {
    const { top, bottom } = element.getBoundingClientRect()
    return top > 64 && bottom < window.innerHeight
  }

  let observer = null
  /** Wait for the theme to mark the words of `?h=`, and show them. */
  const arrive = () => {
    if (observer) observer.disconnect()
    const content = document.querySelector("[data-md-component=content]")
    if (!content || !new URL(window.location.href).searchParams.get("h")) return
    const show = () => {
      const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
      const marks = [...content.querySelectorAll(MARK)].filter(mark => !mark.closest("h1, [data-search-exclude]") &&
        (!target || target.contains(mark) || target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING))
      if (!content.querySelector(MARK)) return
      observer.disconnect()
      const mark = target ? marks[0] : marks.length ? foremost(marks) : null
      if (mark && !visible(mark)) mark.scrollIntoView({ block: "center" })
    }
    observer = new MutationObserver(show)
    observer.observe(content, { childList: true, subtree: true })
    show()
  }
  // The theme replaces the page without loading it anew (navigation.instant), and tells through `document$`.
  if (window.document$) window.document$.subscribe(arrive)
  else document.addEventListener("DOMContentLoaded", arrive)
}
