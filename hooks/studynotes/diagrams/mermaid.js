/* Runs in a headless browser, in the page mermaid.html, when diagrams are drawn; no reader ever loads it.
 *
 * input.js sets `input`, a list of {name, source, isTree, dark}. The page's last element becomes
 * <pre id="output">: JSON, each name with {svg} or {error}.
 */

/* The id that every drawn picture has; studynotes/diagrams/__init__.py gives it another one on each page. */
const ID = "mermaid-figure";

/* Mermaid's layout engine keeps nodes 40 units apart whatever it is told, so trees are drawn larger than
 * they are shown: the distance shrinks, the letters are 16 pixels high. */
const FONT = 24;
const SCALE = 16 / FONT;

/* Mermaid 12 reads its own entity codes (#35;) in SVG labels sometimes never, sometimes twice, and drops spaces.
 * In our trees, which write every sign as a code, each code travels through Mermaid as a private character
 * instead, and becomes what it stands for when a label is set, before it is measured. In diagrams of the
 * writer's (where #333; may be a colour) the codes that Mermaid left are read then. */
const PRIVATE = 0xe000;
const codes = [];
const hidden = (source) => source.replace(/#(\d+);/g, (_, code) => {
  const known = codes.indexOf(Number(code));
  return String.fromCharCode(PRIVATE + (known < 0 ? codes.push(Number(code)) - 1 : known));
});
const shown = (label) => label.replace(/&#(\d+);|[\ue000-\uf8ff]/g, (found, code) => {
  const read = code ?? codes[found.charCodeAt(0) - PRIVATE];
  return read === undefined ? found : String.fromCodePoint(read);
});
const text = Object.getOwnPropertyDescriptor(Node.prototype, "textContent");
Object.defineProperty(SVGElement.prototype, "textContent", {
  ...text,
  set(value) {
    text.set.call(this, this.localName === "tspan" && value ? shown(String(value)) : value);
  },
});

const COMMON = {
  startOnLoad: false,
  securityLevel: "strict",
  htmlLabels: false,
  deterministicIds: true,
  deterministicIDSeed: "figure",
  suppressErrorRendering: true,
  fontFamily: "sans-serif",
  look: "classic",
  maxEdges: 2000,
  secure: ["secure", "securityLevel", "startOnLoad", "maxTextSize", "suppressErrorRendering", "maxEdges",
    "htmlLabels", "fontFamily", "themeCSS", "deterministicIds"],
};

const TREE = {
  ...COMMON,
  theme: "neutral",
  themeVariables: { fontSize: `${FONT}px` },
  layout: "elk",
  elk: { mergeEdges: true, forceNodeModelOrder: true, considerModelOrder: "NODES_AND_EDGES" },
  flowchart: { curve: "rounded", padding: 9, wrappingWidth: 1e6, htmlLabels: false },
};

const round = (number) => Math.round(number * 10) / 10;
const shortened = (value) => value.replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(round(Number(number))));

/* Only shapes and words of ours: colours come from the site's style sheet, whose names these classes are.
 * The attributes are what shows where no style sheet is (in a file browser, say). */
function tidyTree(svg) {
  for (const unused of svg.querySelectorAll("style, marker, defs, linearGradient, .clusters, .edgeLabels, .label > rect, .background")) {
    unused.remove();
  }
  for (const path of svg.querySelectorAll("path.flowchart-link")) {
    const { id } = path;
    const d = shortened(path.getAttribute("d"));
    for (const { name } of [...path.attributes]) path.removeAttribute(name);
    path.setAttribute("id", id);
    path.setAttribute("class", "diagram-edge");
    path.setAttribute("d", d);
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "#777");
    path.setAttribute("stroke-width", "2");
  }
  for (const node of svg.querySelectorAll("g.node")) {
    const box = node.querySelector("rect");
    const label = node.querySelector("text");
    const [, x, y] = node.getAttribute("transform").match(/translate\(([^,]+),\s*([^)]+)\)/);
    const rows = [...label.children].map((row) => row.textContent);
    const rect = document.createElementNS(svg.namespaceURI, "rect");
    for (const name of ["x", "y", "width", "height"]) rect.setAttribute(name, round(Number(box.getAttribute(name))));
    rect.setAttribute("rx", "8");
    rect.setAttribute("fill", "#f4f4f4");
    rect.setAttribute("stroke", "#777");
    rect.setAttribute("stroke-width", "2");
    const words = document.createElementNS(svg.namespaceURI, "text");
    words.setAttribute("text-anchor", "middle");
    words.setAttribute("fill", "#222");
    rows.forEach((row, index) => {
      const line = document.createElementNS(svg.namespaceURI, "tspan");
      line.setAttribute("x", "0");
      line.setAttribute("y", round(FONT * (1.1 * (index - (rows.length - 1) / 2) + 0.36)));
      text.set.call(line, row);
      words.append(line);
    });
    node.replaceChildren(rect, words);
    node.setAttribute("class", "diagram-node");
    node.setAttribute("transform", `translate(${round(Number(x))} ${round(Number(y))})`);
    node.removeAttribute("data-look");
  }
  for (const group of svg.querySelectorAll("g.root, g.nodes, g.edges")) group.removeAttribute("class");
  svg.setAttribute("font-size", FONT);
  svg.setAttribute("font-family", "sans-serif");
}

/* Nothing in a picture may run, leave the page for another address than a plain one, or load from anywhere. */
function refuse(svg) {
  const bad = svg.querySelector("script, iframe, object, embed, audio, video");
  if (bad) throw new Error(`<${bad.localName}> in a diagram`);
  for (const element of svg.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      const address = /(^|:)(href|src)$/.test(name);
      if (/^on/i.test(name)) element.removeAttribute(name);
      else if (address && element.localName !== "a" && !/^(#|data:image\/)/.test(value)) throw new Error(`a picture from ${value}`);
      else if (address && element.localName === "a" && !/^(https?:|mailto:|#|[^:]*$)/i.test(value)) element.removeAttribute(name);
      else if (/url\(\s*["']?(?!#)/.test(value)) throw new Error(`something from elsewhere: ${value}`);
    }
  }
  if (/@import|url\(\s*["']?(?!#)/.test(svg.querySelector("style")?.textContent ?? "")) throw new Error("a style from elsewhere");
}

async function draw({ source, isTree, dark }) {
  mermaid.initialize(isTree ? TREE : { ...COMMON, theme: dark ? "dark" : "neutral", darkMode: dark });
  codes.length = 0;
  const { svg: markup } = await mermaid.render(ID, isTree ? hidden(source) : source);
  const holder = document.createElement("div");
  holder.innerHTML = markup;
  const svg = holder.querySelector("svg");
  document.body.append(holder);
  refuse(svg);
  if (isTree) tidyTree(svg);
  const view = svg.viewBox.baseVal;
  const scale = isTree ? SCALE : 1;
  const numbers = [view.x, view.y, view.width, view.height].map((number) => round(number));
  for (const { name } of [...svg.attributes]) {
    if (!["id", "xmlns", "font-size", "font-family", "class"].includes(name)) svg.removeAttribute(name);
  }
  svg.setAttribute("class", isTree ? "diagram-tree" : "diagram-mermaid");
  svg.setAttribute("viewBox", numbers.join(" "));
  svg.setAttribute("width", Math.ceil(view.width * scale));
  svg.setAttribute("height", Math.ceil(view.height * scale));
  svg.querySelectorAll(":scope > title, :scope > desc").forEach((element) => element.remove());
  const result = new XMLSerializer().serializeToString(svg);
  holder.remove();
  return result;
}

(async () => {
  const output = {};
  for (const picture of input) {
    try {
      output[picture.name] = { svg: await draw(picture) };
    } catch (error) {
      output[picture.name] = { error: String(error.message ?? error) };
    }
  }
  const element = document.createElement("pre");
  element.id = "output";
  element.textContent = JSON.stringify(output);
  document.body.append(element);
})();
