/* Tooltips of glossary terms.
 *
 * A term is a link to its entry in the glossary, `a.term`; its tooltip, `.term-note`, is on the
 * page already, hidden, with the id "term:" + the entry's id. It shows on hover, on keyboard focus
 * and on tap (the first tap shows it, the second follows the link), can be entered with the
 * pointer, and goes away with Escape, a tap elsewhere, and when its term leaves the screen.
 *
 * All listeners are on the document and set once: pages that instant navigation puts in place
 * need no more than their links to be described.
 */
(() => {
  "use strict";

  const SHOW_AFTER = 150; // ms under the pointer, so that crossing a text doesn't flicker
  const HIDE_AFTER = 250; // ms to move from the term to its tooltip
  const MARGIN = 16; // px to the edges of the screen

  let term = null; // the link whose tooltip shows
  let note = null;
  let timer = 0;
  let touch = false; // the last pointer that went down was a finger

  const termAt = (target) => (target instanceof Element ? target.closest("a.term") : null);
  const noteOf = (link) => document.getElementById(`term:${decodeURIComponent(link.hash.slice(1))}`);

  /** Say in the accessibility tree which tooltip belongs to which term. */
  function describe() {
    for (const link of document.querySelectorAll("a.term:not([aria-describedby])")) {
      const described = noteOf(link);
      if (described) link.setAttribute("aria-describedby", described.id);
    }
  }

  /** Put the tooltip beneath the term, or above it where there is no room beneath. */
  function place(x) {
    const lines = [...term.getClientRects()];
    const line = lines.find(({ left, right }) => x >= left && x <= right) ?? lines[0];
    if (!line) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetWidth: width, offsetHeight: height } = note;
    const centre = line.left + line.width / 2;
    const left = Math.max(MARGIN, Math.min(centre - width / 2, clientWidth - MARGIN - width));
    const above = line.bottom + height + MARGIN > clientHeight && line.top > height + MARGIN;
    note.classList.toggle("term-note--above", above);
    note.style.setProperty("--term-note-tail", `${Math.max(12, Math.min(centre - left, width - 12))}px`);
    // Where the tooltip stands is told in the coordinates of what it is positioned in.
    const frame = note.offsetParent?.getBoundingClientRect() ?? { left: -scrollX, top: -scrollY };
    note.style.left = `${left - frame.left}px`;
    note.style.top = `${(above ? line.top - height : line.bottom) - frame.top}px`;
  }

  function show(link, x = NaN) {
    clearTimeout(timer);
    if (link === term) return;
    hide();
    const found = noteOf(link);
    if (!found) return;
    [term, note] = [link, found];
    note.classList.add("term-note--open");
    note.showPopover?.();
    place(x);
  }

  function hide() {
    clearTimeout(timer);
    if (!note) return;
    note.hidePopover?.();
    note.classList.remove("term-note--open");
    term = note = null;
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  document.addEventListener("pointerover", ({ target, pointerType, clientX }) => {
    if (pointerType === "touch") return;
    const link = termAt(target);
    if (link) later(() => link.isConnected && show(link, clientX), SHOW_AFTER);
    else if (note?.contains(target)) clearTimeout(timer);
  });

  document.addEventListener("pointerout", ({ target, pointerType, relatedTarget }) => {
    if (pointerType === "touch") return;
    const left = termAt(target) ?? (note?.contains(target) ? note : null);
    if (!left || left.contains(relatedTarget) || document.activeElement === term) return;
    later(hide, HIDE_AFTER);
  });

  document.addEventListener("focusin", ({ target }) => {
    const link = termAt(target);
    if (link?.matches(":focus-visible")) show(link);
  });

  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (target === term && !note.contains(relatedTarget)) hide();
  });

  document.addEventListener(
    "pointerdown",
    ({ target, pointerType }) => {
      touch = pointerType === "touch";
      if (note && !note.contains(target) && termAt(target) !== term) hide();
    },
    true,
  );

  // Before the theme's own listener, which would follow the link.
  document.addEventListener(
    "click",
    (event) => {
      const link = termAt(event.target);
      if (!link || !touch || link === term) return;
      if (!noteOf(link)) return;
      event.preventDefault();
      event.stopPropagation();
      show(link, event.clientX);
    },
    true,
  );

  document.addEventListener("keydown", ({ key }) => {
    touch = false;
    if (key === "Escape") hide();
  });

  document.addEventListener(
    "scroll",
    () => {
      if (!term) return;
      const { top, bottom } = term.getBoundingClientRect();
      if (bottom < 0 || top > document.documentElement.clientHeight) hide();
    },
    { passive: true, capture: true },
  );

  addEventListener("resize", hide);
  // On paper the terms stand at the page's foot (print.css); an open one would stay above the text.
  matchMedia("print").addEventListener("change", hide);

  // The theme tells of each page it puts in place, the first one included.
  if (globalThis.document$) {
    document$.subscribe(() => {
      hide();
      describe();
    });
  } else {
    describe();
  }
})();
