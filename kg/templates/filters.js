// The legend that is also the filter.
kg.filters = (() => {
  const { state, t, make, allFacets, extent } = kg;
  const TITLES = {
    quad: "facetQuad", kind: "facetKind", relation: "facetRelation", polarity: "facetPolarity",
    modality: "facetModality", speaker: "facetSpeaker", outlet: "facetOutlet",
  };
  const OPEN = new Set(["quad", "kind"]);
  const BARS = 40;
  const FIRST = 10;  // values of a long facet shown before the reader asks for more
  // Handles step from date to date: one event of 1949 must not squeeze the present.
  const moments = [...new Set(kg.statements.flatMap((one) => one.days || []))].sort((a, b) => a - b);
  const holder = kg.byId("facets");
  const unfolded = new Set();
  const controls = new Map();
  let timer = null;

  function values(facet) {
    const order = { quad: [...Object.keys(kg.data.quads).filter(Boolean), "noQuad"], kind: Object.keys(kg.data.kinds) }[facet.key];
    if (order) return order.filter((value) => facet.counts.has(value));
    return [...facet.counts.keys()].sort((a, b) => facet.totals.get(b) - facet.totals.get(a)
      || kg.valueName(facet.key, a).localeCompare(kg.valueName(facet.key, b), state.language));
  }

  function build() {
    const opened = new Set([...holder.querySelectorAll("details[open]")].map((one) => one.dataset.facet));
    const first = !holder.childElementCount;
    holder.replaceChildren();
    controls.clear();
    for (const facet of allFacets) {
      const all = values(facet);
      const list = make("ul", { class: "facet-values" }, ...all.map((value) => line(facet, value)));
      holder.append(make("details",
        { class: "facet", "data-facet": facet.key, open: first ? OPEN.has(facet.key) : opened.has(facet.key) },
        make("summary", {}, `${t(TITLES[facet.key])} `, make("span", { class: "count" })), list, more(facet, list),
        make("button", { type: "button", class: "all", onclick: () => showAll(facet) }, t("allValues"))));
    }
    sync();
  }
  function showAll(facet) {
    facet.off.clear();
    kg.page.changed();
  }
  function more(facet, list) {
    const rest = [...list.children].slice(FIRST);
    if (rest.length < 3 || unfolded.has(facet.key)) return null;
    for (const item of rest) item.hidden = true;
    const button = make("button", { type: "button" }, t("moreValues", { count: kg.number(rest.length) }));
    button.addEventListener("click", () => {
      unfolded.add(facet.key);
      for (const item of rest) item.hidden = false;
      rest[0].querySelector("input").focus();
      button.remove();
    });
    return button;
  }

  function line(facet, value) {
    const name = kg.valueName(facet.key, value);
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      if (box.checked) facet.off.delete(value);
      else facet.off.add(value);
      kg.page.changed();
    });
    const count = make("span", { class: "count" });
    controls.set(`${facet.key} ${value}`, { box, count, facet, value });
    const swatch = facet.key === "quad" ? kg.evidence.quadSwatch(value)
      : facet.key === "kind" ? kg.evidence.kindSwatch(value) : null;
    const only = make("button", { type: "button", class: "only", "aria-label": t("onlyThis", { name }) }, t("only"));
    only.addEventListener("click", () => {
      for (const other of facet.counts.keys()) {
        if (other === value) facet.off.delete(other);
        else facet.off.add(other);
      }
      kg.page.changed();
    });
    return make("li", {}, make("label", {}, box, swatch, make("span", { class: "value" }, name), count), only);
  }

  function sync() {
    for (const { box, count, facet, value } of controls.values()) {
      box.checked = !facet.off.has(value);
      count.textContent = kg.number(facet.counts.get(value));
    }
    for (const facet of allFacets) {
      const group = holder.querySelector(`[data-facet="${facet.key}"]`);
      group.querySelector(".all").hidden = !facet.off.size;
      group.querySelector("summary .count").textContent = facet.off.size
        ? t("someValues", { on: kg.number(facet.counts.size - facet.off.size), all: kg.number(facet.counts.size) }) : "";
    }
    kg.byId("firm").checked = state.firm;
    kg.byId("firm-count").textContent = kg.number(kg.view.firm);
    kg.byId("minimum").value = state.minimum;
    kg.byId("minimum").setAttribute("aria-valuetext", `${state.minimum} %, ${kg.counted("statements", kg.view.total)}`);
    kg.byId("minimum-value").textContent = `${state.minimum} %`;
    kg.byId("minimum-count").textContent = kg.number(kg.view.total);
    const most = Math.max(...kg.view.sure, 1);
    [...kg.byId("sure").children].forEach((bar, index) => {
      bar.setAttribute("class", (index + 1) * 10 > state.minimum ? "in" : "out");
      bar.style.height = `${(100 * kg.view.sure[index]) / most}%`;
      bar.title = t("sureBar", { low: 10 * index, high: 10 * index + 10, count: kg.counted("statements", kg.view.sure[index]) });
    });
    if (!extent) return;
    for (const end of ["since", "until"]) {
      kg.byId(end).value = moment(state[end]);
      kg.byId(end).setAttribute("aria-valuetext", kg.dayName(state[end]));
    }
    const wide = Math.max(moments.length - 1, 1);
    // Of two handles at the right end, the one that can still move lies on top.
    kg.byId("since").style.zIndex = moment(state.since) > wide / 2 ? 2 : "auto";
    const span = kg.byId("span");
    span.style.left = `${(100 * moment(state.since)) / wide}%`;
    span.style.right = `${100 - (100 * moment(state.until)) / wide}%`;
    kg.byId("period").textContent = `${kg.dayName(state.since)} – ${kg.dayName(state.until)}`;
    bars();
  }

  // Place of a day among the moments: the first that is not earlier.
  function moment(day) {
    let [low, high] = [0, moments.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (moments[middle] < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // All statements in grey, those shown in colour.
  function bars() {
    const all = new Array(BARS).fill(0);
    const shown = new Array(BARS).fill(0);
    const bin = (one) => Math.floor((BARS * moment(one.days[0])) / moments.length);
    for (const one of kg.statements) if (one.days) all[bin(one)] += 1;
    for (const rows of kg.view.shown.values()) {
      for (const row of rows) if (kg.statements[row].days) shown[bin(kg.statements[row])] += 1;
    }
    const most = Math.max(...all, 1);
    const histogram = kg.byId("histogram");
    if (histogram.childElementCount !== BARS) {
      histogram.replaceChildren(...all.map(() => make("span", {}, make("i", {}))));
    }
    [...histogram.children].forEach((bar, index) => {
      bar.style.height = `${(100 * all[index]) / most}%`;
      bar.firstChild.style.height = all[index] ? `${(100 * shown[index]) / all[index]}%` : "0";
    });
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    kg.byId("play").textContent = t("play");
  }
  // Nothing moves unless asked: from the start of the period to its end in about 40 steps.
  function play() {
    if (timer) {
      stop();
      return;
    }
    const end = moment(state.until);
    let now = moment(state.since);
    const step = Math.max(1, Math.round((end - now) / 40));
    state.until = moments[now];
    kg.byId("play").textContent = t("stop");
    timer = setInterval(() => {
      now = Math.min(now + step, end);
      state.until = moments[now];
      kg.page.changed();
      if (now >= end) stop();
    }, 250);
    kg.page.changed();
  }

  kg.byId("sure").replaceChildren(...kg.view.sure.map(() => make("i", {})));
  kg.byId("firm").addEventListener("change", (event) => {
    state.firm = event.target.checked;
    kg.page.changed();
  });
  kg.byId("minimum").addEventListener("input", (event) => {
    state.minimum = Number(event.target.value);
    kg.page.changed();
  });
  if (extent) {
    for (const end of ["since", "until"]) {
      const handle = kg.byId(end);
      [handle.min, handle.max] = [0, moments.length - 1];
      handle.addEventListener("input", () => {
        const day = moments[Number(handle.value)];
        state[end] = end === "since" ? Math.min(day, state.until) : Math.max(day, state.since);
        kg.page.changed();
      });
    }
    kg.byId("play").addEventListener("click", play);
  } else {
    kg.byId("time").hidden = true;
  }

  return { build, sync };
})();
