// What a reader takes away: a table, a picture, an address that shows the same view.
kg.share = (() => {
  const { state, view, nodeById, edgeById, statements, allFacets, extent } = kg;
  const COLUMNS = ["id", "source", "relation", "target", "polarity", "modality", "speaker", "event_date",
    "confidence", "trigger", "sentence", "begin", "end", "document", "headline", "publisher", "published", "url"];

  // A spreadsheet would run a cell that begins with one of these signs.
  function cell(value) {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }
  function csv() {
    const lines = [COLUMNS.join(",")];
    for (const [id, rows] of view.shown) {
      const edge = edgeById.get(id);
      for (const row of rows) {
        const one = statements[row];
        const { file, headline, publisher, published, url } = one.document;
        const record = {
          ...one, speaker: one.speaker && kg.valueName("speaker", one.speaker), source: nodeById.get(edge.from).label, relation: edge.name, target: nodeById.get(edge.to).label,
          document: file, headline, publisher, published, url,
        };
        lines.push(COLUMNS.map((column) => cell(record[column])).join(","));
      }
    }
    return `${lines.join("\r\n")}\r\n`;
  }

  function save(blob, name) {
    const link = kg.make("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
  function png() {
    const canvas = kg.byId("network").querySelector("canvas");
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const context = copy.getContext("2d");
    context.fillStyle = kg.drawing.colours.paper;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
    copy.toBlob((blob) => save(blob, "network.png"));
  }

  const dayOf = (date) => (/^\d{4}-\d\d-\d\d$/.test(date || "") ? Date.parse(date) / 86400000 : NaN);
  const untouched = state.camps;
  function write() {
    const words = new URLSearchParams();
    const { actor, edge, path, camp } = state.selected || {};
    if (actor) words.set("actor", actor);
    if (edge) words.set("edge", edge);
    if (path) words.set("path", path.join(" "));
    if (camp !== undefined) words.set("camp", camp);
    if (state.tab !== "overview") words.set("tab", state.tab);
    if (state.camps !== untouched) words.set("tint", state.camps ? "1" : "0");
    if (state.compare) {
      const { by, a, b } = state.compare;
      words.set("compare", by);
      for (const [key, value] of [["a", a], ["b", b]]) words.set(key, by === "period" ? value.map(kg.isoDay).join(" ") : value);
    }
    if (state.ego) words.set("ego", `${state.ego.depth} ${state.ego.center}`);
    if (state.firm) words.set("firm", "1");
    if (state.minimum) words.set("minimum", state.minimum);
    if (extent && state.since > extent[0]) words.set("since", kg.isoDay(state.since));
    if (extent && state.until < extent[1]) words.set("until", kg.isoDay(state.until));
    for (const { key, off } of allFacets) for (const value of off) words.append(`no-${key}`, value);
    if (state.language !== kg.data.language) words.set("language", state.language);
    if (state.theme) words.set("theme", state.theme);
    history.replaceState(null, "", `#${words}`);
  }
  // An address may be old or made up: what the page does not know is passed over.
  function read() {
    const words = new URLSearchParams(location.hash.slice(1));
    const within = (name) => {
      const day = dayOf(words.get(name));
      return day >= extent[0] && day <= extent[1] ? day : state[name];
    };
    if (extent) [state.since, state.until] = [within("since"), within("until")];
    state.firm = words.get("firm") === "1";
    state.minimum = Math.min(Math.max(Number(words.get("minimum")) || 0, 0), 100);
    for (const { key, off, counts } of allFacets) {
      for (const value of words.getAll(`no-${key}`)) if (counts.has(value)) off.add(value);
    }
    if (Object.hasOwn(kg.data.texts, words.get("language") || "")) state.language = words.get("language");
    if (["dark", "light"].includes(words.get("theme"))) state.theme = words.get("theme");
    const [depth, ...center] = (words.get("ego") || "").split(" ");
    if (nodeById.has(center.join(" "))) state.ego = { center: center.join(" "), depth: Math.min(Number(depth) || 1, 9) };
    if (nodeById.has(words.get("actor"))) state.selected = { actor: words.get("actor") };
    const path = (words.get("path") || "").split(" ");
    if (path.length === 2 && path.every((id) => nodeById.has(id))) state.selected = { path };
    if (edgeById.has(words.get("edge"))) state.selected = { edge: words.get("edge") };
    if (/^\d+$/.test(words.get("camp")) && kg.data.camps.members[words.get("camp")]) state.selected = { camp: Number(words.get("camp")) };
    if (["camps", "compare"].includes(words.get("tab"))) state.tab = words.get("tab");
    if (words.has("tint")) state.camps = words.get("tint") === "1";
    const sides = ["a", "b"].map((key) => words.get(key));
    if (words.get("compare") === "outlet" && sides.every((outlet) => kg.compare.outlets.includes(outlet))) {
      state.compare = { by: "outlet", a: sides[0], b: sides[1] };
    }
    const [a, b] = sides.map((side) => (side || "").split(" ").map(dayOf));
    if (words.get("compare") === "period" && [a, b].every((days) => days.length === 2 && days[0] <= days[1])) {
      state.compare = { by: "period", a, b };
    }
  }

  return { csv, save, png, write, read };
})();
