// The theme puts each code block's copy button into a <nav> of its own. Several landmarks without a name say nothing
// to a screen reader's user, so they become plain groups as soon as they appear.
document$.subscribe(() => {
  const article = document.querySelector("article");
  if (!article?.querySelector("pre")) return;
  const tame = () => {
    for (const nav of article.querySelectorAll("nav.md-code__nav:not([role])")) nav.setAttribute("role", "group");
  };
  new MutationObserver(tame).observe(article, { childList: true, subtree: true });
  tame();
});
