// Two periods or two outlets side by side: what was added, what is gone, what turned round.
kg.compare = (() => {
  const { state, view, t, make, edgeById, statements, extent } = kg;
  const KINDS = {
    flipped: { sign: "⇄", colour: ["#c85200", "#f07a2a"] }, added: { sign: "+", colour: ["#007a55", "#3dd6a3"] },
    gone: { sign: "−", colour: ["#a3286f", "#d978b0"] }, kept: { sign: "=", colour: ["#868686", "#8f8f8f"] },
  };
  const DAY = 86400000;
  const outlets = [...new Set(statements.map((one) => one.outlet))].sort();

  // Before and after the middle statement, unless the reader says otherwise.
  function halves() {
    const begins = statements.filter((one) => one.days).map((one) => one.days[0]).sort((a, b) => a - b);
    const middle = Math.max(begins[begins.length >> 1], extent[0] + 1);
    return { by: "period", a: [extent[0], middle - 1], b: [middle, extent[1]] };
  }
  function twoOutlets() {
    const count = new Map(outlets.map((outlet) => [outlet, 0]));
    for (const one of statements) count.set(one.outlet, count.get(one.outlet) + 1);
    const [a, b] = [...outlets].sort((x, y) => count.get(y) - count.get(x));
    return { by: "outlet", a, b };
  }
  const STARTS = {
    none: () => null,
    ...(extent && extent[1] > extent[0] ? { period: halves } : {}),
    ...(outlets.length > 1 ? { outlet: twoOutlets } : {}),
  };

  function sideName(one) {
    const bits = kg.side(one);
    return ["a", "b"].filter((_, index) => bits & (index + 1)).map((key) => nameOf(key)).join(", ");
  }
  function nameOf(key) {
    const value = state.compare[key];
    if (state.compare.by === "outlet") return kg.valueName("outlet", value);
    return `${kg.dayName(value[0])} – ${kg.dayName(value[1])}`;
  }
  function badge(id) {
    const kind = view.changes.get(id);
    if (!kind) return null;
    return make("span", { class: `badge ${kind}`, role: "img", "aria-label": t(kind), title: t(kind) }, KINDS[kind].sign);
  }

  function dates(key) {
    const [first, last] = state.compare[key];
    const field = (place, day, label) => {
      const input = make("input", {
        type: "date", value: kg.isoDay(day), min: kg.isoDay(extent[0]), max: kg.isoDay(extent[1]), "aria-label": t(label) });
      input.addEventListener("change", () => {
        const chosen = Date.parse(input.value) / DAY;
        if (Number.isNaN(chosen)) return;
        state.compare[key][place] = chosen;
        if (state.compare[key][0] > state.compare[key][1]) state.compare[key][1 - place] = chosen;
        kg.page.changed();
      });
      return input;
    };
    return [field(0, first, "since"), " – ", field(1, last, "until")];
  }
  function choice(key) {
    const select = make("select", { "aria-label": t(key === "a" ? "first" : "second") }, ...outlets.map((outlet) => (
      make("option", { value: outlet, selected: outlet === state.compare[key] }, kg.valueName("outlet", outlet)))));
    select.addEventListener("change", () => {
      state.compare[key] = select.value;
      kg.page.changed();
    });
    return [select];
  }
  function sides() {
    if (!state.compare) return [];
    const fields = state.compare.by === "outlet" ? choice : dates;
    return ["a", "b"].map((key) => make("fieldset", { class: "side" },
      make("legend", {}, t(key === "a" ? "first" : "second")), ...fields(key)));
  }
  function start(by) {
    state.compare = STARTS[by]();
    kg.page.changed();
  }
  function radios() {
    const now = state.compare ? state.compare.by : "none";
    return make("fieldset", { class: "row" }, make("legend", { class: "unseen" }, t("compare")),
      ...Object.keys(STARTS).map((by) => {
        const radio = make("input", { type: "radio", name: "compare", value: by });
        radio.checked = by === now;
        radio.addEventListener("change", () => {
          start(by);
          document.querySelector(`#panel input[value="${by}"]`).focus();
        });
        return make("label", { class: "radio" }, radio, ` ${t(`compare-${by}`)}`);
      }));
  }
  // Only what follows from the fields is written anew: who types a date keeps the field.
  const mark = () => `${state.language} ${state.compare && state.compare.by}`;
  function update() {
    const results = kg.byId("changes");
    if (!results || results.dataset.mark !== mark()) return false;
    results.replaceChildren(...changes());
    return true;
  }
  function panel() {
    return [
      kg.panel.tabHead("compare", t("compareHint")),
      radios(),
      ...sides(),
      make("div", { id: "changes", "data-mark": mark() }, ...changes()),
    ];
  }
  function changes() {
    const byKind = Object.keys(KINDS).map((kind) => [kind, [...view.changes].filter(([, found]) => found === kind)
      .map(([id]) => edgeById.get(id)).sort(kg.evidence.byCount)]);
    const words = byKind.map(([kind, found]) => `${kg.number(found.length)} ${t(kind)}`).join(", ");
    return [
      ...(state.compare ? [make("p", { class: "balance", role: "status" }, `${words}.`)] : []),
      ...byKind.flatMap(([kind, found]) => (found.length
        ? [make("h3", { class: "swatched" }, kg.evidence.lineSwatch(kg.drawing.themed(KINDS[kind].colour), kind === "gone"), ` ${KINDS[kind].sign} ${t(kind)}`),
          make("ul", { class: "list", "data-change": kind }, ...found.slice(0, 60).map(kg.panel.edgeItem))]
        : [])),
    ];
  }

  return { KINDS, outlets, sideName, badge, panel, update };
})();
