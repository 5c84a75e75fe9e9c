// The evidence: each statement with its sentence, who says so, and where it stands.
kg.evidence = (() => {
  const { view, t, make, nodeById, statements, state } = kg;
  const SVG = "http://www.w3.org/2000/svg";
  const PATHS = {
    dot: "M8 2a6 6 0 1 0 .01 0z", square: "M3 3h10v10H3z", diamond: "M8 1l7 7-7 7-7-7z",
    triangle: "M8 2l7 12H1z", triangleDown: "M1 2h14L8 14z",
    hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8z",
    star: "M8 1l2 5h5l-4 3.4 1.6 5.2L8 11.4l-4.6 3.2L5 9.4 1 6h5z",
  };

  function draw(path, attributes) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", "swatch");
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS(SVG, "path");
    shape.setAttribute("d", path);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    svg.append(shape);
    return svg;
  }
  function kindSwatch(kind) {
    const [shape, colour, filled] = kg.data.kinds[kind] || kg.data.kinds.Place;
    return draw(PATHS[shape], { fill: filled ? colour : "none", stroke: colour, "stroke-width": 2 });
  }
  const lineSwatch = (colour, dashed) => draw("M0 8h16",
    { stroke: colour, "stroke-width": 4, "stroke-dasharray": dashed ? "4 3" : "none" });
  const quadSwatch = (quad, dashed) => lineSwatch(kg.drawing.themed(kg.data.quads[quad === "noQuad" ? "" : quad]), dashed);
  const campSwatch = (place) => draw("M8 1a7 7 0 1 0 .01 0z",
    { fill: kg.camps.colour(place), "fill-opacity": 0.35, stroke: kg.camps.colour(place), "stroke-width": 1.5 });

  const shownOf = (edge) => (view.shown.get(edge.id) || []).map((row) => statements[row]);
  const nameOf = (id) => nodeById.get(id).label;

  // First whole-word occurrence that no other part holds yet; else any; else none.
  function locate(text, words, taken) {
    if (!words) return null;
    const letter = /[\p{L}\p{N}]/u;
    let fallback = null;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const end = at + words.length;
      const whole = !(at && letter.test(text[at - 1]) && letter.test(words[0]))
        && !(end < text.length && letter.test(text[end]) && letter.test(words[words.length - 1]));
      const free = taken.every(([from, to]) => end <= from || at >= to);
      if (whole && free) return [at, end];
      if (whole) fallback = fallback || [at, end];
    }
    return fallback;
  }
  function marked(one) {
    const text = one.sentence;
    const taken = [];
    const parts = [];
    for (const [role, words] of [["trigger", one.trigger], ["source", one.source_text], ["target", one.target_text]]) {
      const found = locate(text, words, taken);
      if (found) {
        taken.push(found);
        parts.push({ role, from: found[0], to: found[1] });
      }
    }
    const cuts = [...new Set([0, text.length, ...parts.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
    const quote = make("blockquote", { lang: "" });
    cuts.slice(1).forEach((to, index) => {
      const from = cuts[index];
      const roles = parts.filter((part) => part.from <= from && part.to >= to).map(({ role }) => role);
      const piece = text.slice(from, to);
      quote.append(roles.length
        ? make("mark", { class: roles.join(" "), title: roles.map((role) => t(role)).join(", ") }, piece)
        : piece);
    });
    return quote;
  }

  function safeLink(address) {
    if (!address || !/^https?:\/\//i.test(address)) return null;
    return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, t("read"));
  }

  function citation(one) {
    const { headline, publisher, published, url, file } = one.document;
    const parts = [t("quote", { text: one.sentence }), publisher, headline && t("quote", { text: headline }),
      published && kg.dateName(published), url,
      `${file}, ${t("characters", one)}`];
    return `${parts.filter(Boolean).join(", ")}.`;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Browsers refuse the clipboard to some pages opened from disk.
      const field = make("textarea", { class: "unseen" });
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  }

  function row(name, ...values) {
    return [make("dt", {}, name), make("dd", {}, ...values)];
  }
  function card(one) {
    const { headline, publisher, published, file } = one.document;
    const flag = (facet, value, plain) => make(
      "span", { class: value === plain ? "flag" : "flag warn" }, kg.valueName(facet, value));
    const copyButton = make("button", { type: "button", class: "copy" }, t("copy"));
    copyButton.addEventListener("click", async () => {
      await copy(citation(one));
      copyButton.textContent = t("copied");
      kg.byId("spoken").textContent = t("copied");
    });
    return make("article", { class: one.firm ? "statement" : "statement unsure" },
      marked(one),
      make("p", { class: "origin" },
        make("strong", {}, publisher || t("noOutlet")),
        headline ? " · " : "", headline ? make("cite", {}, headline) : "",
        published ? ` · ${t("published")} ${kg.dateName(published)}` : ""),
      make("dl", {},
        ...(state.compare ? row(t("inWhich"), kg.compare.sideName(one)) : []),
        ...row(t("event"), kg.dateName(one.event_date)),
        ...row(t("speaker"), kg.valueName("speaker", one.voice),
          one.attribution_cue ? ` (${t("quote", { text: one.attribution_cue })})` : ""),
        ...row(t("polarity"), flag("polarity", one.polarity, "Affirmed")),
        ...row(t("modality"), flag("modality", one.modality, "Asserted")),
        ...row(t("confidence"), `${Math.round(one.confidence * 100)} %`),
        ...(one.topic_text ? row(t("topic"), one.topic_text) : []),
        ...row(t("document"), `${file}, ${t("characters", one)}`)),
      make("p", { class: "actions" }, safeLink(one.document.url), copyButton));
  }

  function phrase(edge) {
    return [quadSwatch(edge.quad, !shownOf(edge).some((one) => one.firm)),
      make("span", { class: "phrase" },
        make("b", {}, nameOf(edge.from)), edge.symmetric ? " ↔ " : " → ",
        make("em", {}, edge.name), edge.symmetric ? " ↔ " : " → ", make("b", {}, nameOf(edge.to)))];
  }
  function group(edge, open) {
    const said = shownOf(edge);
    const body = make("div", { class: "said" });
    const details = make("details", { "data-edge": edge.id },
      make("summary", {}, kg.compare.badge(edge.id), ...phrase(edge), make("span", { class: "count" }, kg.number(said.length))), body);
    const fill = () => {
      if (body.childElementCount) return;
      if (edge.count > edge.statements.length) {
        body.append(make("p", { class: "hint" }, t("cut", { shown: edge.statements.length, all: kg.number(edge.count) })));
      }
      body.append(...said.map(card));
    };
    details.addEventListener("toggle", fill);
    if (open) {
      fill();
      details.open = true;
    }
    return details;
  }

  const legend = () => make("p", { class: "hint marks" }, `${t("marks")} `,
    ...["source", "trigger", "target"].flatMap((role) => [make("mark", { class: role }, t(role)), " "]));
  const countOf = (edge) => (view.shown.get(edge.id) || []).length;
  const byCount = (a, b) => countOf(b) - countOf(a) || (a.id < b.id ? -1 : 1);
  const none = () => make("p", { class: "hint nothing" }, t("nothing"));

  return { PATHS, lineSwatch, kindSwatch, quadSwatch, campSwatch, copy, nameOf, countOf, byCount, phrase, group, legend, none };
})();
