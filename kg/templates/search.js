// Find an actor by name or alias, whatever its accents.
kg.search = (() => {
  const { make, t } = kg;
  const field = kg.byId("search");
  const list = kg.byId("suggestions");
  const MOST = 8;
  let hits = [];
  let active = -1;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = kg.nodes.flatMap((node) => [node.label, ...node.aliases].map((name) => (
    { node, name, key: plain(name) })));

  // At the start of the name, at the start of a word, anywhere; then the better tied actor.
  function rank(key, query) {
    if (key.startsWith(query)) return 0;
    const at = key.indexOf(query);
    if (at < 0) return null;
    return /[\p{L}\p{N}]/u.test(key[at - 1]) ? 2 : 1;
  }
  function find(text) {
    const query = plain(text.trim());
    if (!query) return [];
    const best = new Map();
    for (const { node, name, key } of names) {
      const place = rank(key, query);
      if (place === null) continue;
      const before = best.get(node.id);
      if (!before || place < before.place) best.set(node.id, { node, name, place });
    }
    return [...best.values()]
      .sort((a, b) => a.place - b.place || b.node.weight - a.node.weight || a.name.localeCompare(b.name))
      .slice(0, MOST);
  }

  function close() {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
  function choose(hit) {
    close();
    field.value = hit.node.label;
    kg.page.find(hit.node.id);
  }
  function show() {
    hits = find(field.value);
    active = -1;
    field.removeAttribute("aria-activedescendant");
    if (!field.value.trim()) {
      close();
      return;
    }
    list.replaceChildren(...hits.map((hit, index) => {
      const option = make("li", { role: "option", id: `hit-${index}`, "aria-selected": "false" },
        kg.evidence.kindSwatch(hit.node.kind), make("span", { class: "phrase" }, hit.node.label,
          hit.name === hit.node.label ? null : make("small", {}, ` ${hit.name}`)));
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        choose(hit);
      });
      return option;
    }));
    if (!hits.length) list.append(make("li", { class: "hint", role: "option", "aria-disabled": "true" }, t("noSuggestion")));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  }
  function mark(index) {
    active = (index + hits.length) % hits.length;
    [...list.children].forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === active));
    });
    field.setAttribute("aria-activedescendant", `hit-${active}`);
  }

  field.addEventListener("input", show);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) show();
      if (hits.length) mark(active < 0 && event.key === "ArrowUp" ? -1 : active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && hits.length && !list.hidden) {
      choose(hits[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) field.value = "";
      close();
    }
  });

  return { find };
})();
