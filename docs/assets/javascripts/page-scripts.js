/* Scripts that only some pages need: an element names them (`data-scripts`, addresses with spaces between), and they
 * are loaded with the first page that has it, in that order. From then on they hear of each page by themselves.
 */
{
  const asked = new Set();

  const load = () => {
    for (const element of document.querySelectorAll("[data-scripts]")) {
      for (const address of element.dataset.scripts.split(" ")) {
        const src = new URL(address, document.baseURI).href;
        if (asked.has(src)) continue;
        asked.add(src);
        document.head.append(Object.assign(document.createElement("script"), { src, async: false }));
      }
    }
  };

  load();
  document$.subscribe(load); // silent where the site is opened from a folder
}
