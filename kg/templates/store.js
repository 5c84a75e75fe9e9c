"use strict";
// What the page knows, what the reader has chosen, and what follows from both.
const kg = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("data");
  const nodes = read("nodes");
  const edges = read("edges");
  const options = JSON.parse(read("options"));
  const DAY = 86400000;

  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  const edgesOf = new Map(nodes.map((node) => [node.id, []]));
  for (const edge of edges) {
    edgesOf.get(edge.from).push(edge);
    if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
  }

  const documents = data.documents.map(([file, headline, publisher, published, url]) => (
    { file, headline, publisher, published, url }));
  // "2022" and "2022-09" last as long as they say: [first day, last day].
  function days(date) {
    const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date || "");
    if (!parts) return null;
    const [year, month, day] = [Number(parts[1]), Number(parts[2] || 0), Number(parts[3] || 0)];
    const first = Date.UTC(year, month ? month - 1 : 0, day || 1);
    const last = day ? first : Date.UTC(month ? year : year + 1, month, 0);
    return [first / DAY, last / DAY];
  }
  const statements = data.statements.map((row, index) => {
    const statement = { index, values: [] };  // values: by facet
    data.fields.forEach((field, column) => { statement[field] = row[column]; });
    statement.sentence = data.sentences[statement.sentence];
    statement.document = documents[statement.document];
    // "" is the outlet itself, "?" somebody whom the text does not name.
    statement.voice = statement.speaker || (statement.attribution_cue ? "?" : "");
    statement.days = days(statement.event_date || statement.document.published);
    return statement;
  });

  const dated = statements.filter((one) => one.days);
  const extent = dated.length
    ? [dated.reduce((low, one) => Math.min(low, one.days[0]), Infinity),
      dated.reduce((high, one) => Math.max(high, one.days[1]), -Infinity)]
    : null;

  // A facet is a closed list of values; each statement has one (a kind has two: both ends).
  const facets = [
    { key: "quad", of: (edge) => [edge.quad || "noQuad"] },
    { key: "kind", of: (edge) => [nodeById.get(edge.from).kind, nodeById.get(edge.to).kind] },
    { key: "relation", of: (edge) => [edge.name] },
    { key: "polarity", of: (edge, one) => [one.polarity] },
    { key: "modality", of: (edge, one) => [one.modality] },
    { key: "speaker", of: (edge, one) => [one.voice] },
    { key: "outlet", of: (edge, one) => [one.document.publisher || ""] },
  ];
  for (const facet of facets) {
    facet.off = new Set();
    facet.counts = new Map();
    for (const edge of edges) {
      for (const row of edge.statements) {
        const values = [...new Set(facet.of(edge, statements[row]))];
        statements[row].values.push(values);
        for (const value of values) facet.counts.set(value, 0);
      }
    }
  }
  for (const node of nodes) {
    const kind = facets[1];
    if (!kind.counts.has(node.kind)) kind.counts.set(node.kind, 0);
  }

  const state = {
    language: data.language, theme: null, firm: false, minimum: 0,
    since: extent && extent[0], until: extent && extent[1],
    ego: null, selected: null, pathFrom: null,
  };

  // One pass: a statement with no failing filter is shown; with one, it counts for that filter.
  function passes(one) {
    let failing = null;
    let failures = 0;
    for (let index = 0; index < facets.length; index += 1) {
      const { off } = facets[index];
      if (off.size && one.values[index].some((value) => off.has(value))) {
        failures += 1;
        failing = facets[index];
      }
    }
    const late = one.days && (one.days[1] < state.since || one.days[0] > state.until);
    if ((state.firm && !one.firm) || one.confidence * 100 < state.minimum || late) {
      failures += 1;
      failing = null;
    }
    return { shown: failures === 0, failing: failures === 1 ? failing : null };
  }

  function around(center, depth) {
    let found = new Set([center]);
    for (let step = 0; step < depth; step += 1) {
      const wider = new Set(found);
      for (const id of found) {
        for (const edge of edgesOf.get(id)) wider.add(edge.from).add(edge.to);
      }
      found = wider;
    }
    return found;
  }

  // Fewest steps over what is shown, whatever its direction; of equals the most stated.
  let known = { shown: null, ends: "", steps: null };
  function path([from, to]) {
    if (known.shown === view.shown && known.ends === `${from} ${to}`) return known.steps;
    const before = new Map([[from, null]]);
    for (const id of before.keys()) {
      if (id === to) break;
      const near = edgesOf.get(id).filter((edge) => view.shown.has(edge.id))
        .sort((a, b) => view.shown.get(b.id).length - view.shown.get(a.id).length);
      for (const edge of near) {
        const other = edge.from === id ? edge.to : edge.from;
        if (!before.has(other)) before.set(other, id);
      }
    }
    let steps = null;
    if (before.has(to)) {
      steps = [to];
      while (steps[0] !== from) steps.unshift(before.get(steps[0]));
    }
    known = { shown: view.shown, ends: `${from} ${to}`, steps };
    return steps;
  }
  const between = (one, other) => edgesOf.get(one).filter((edge) => (
    view.shown.has(edge.id) && (edge.from === other || edge.to === other)));

  const view = { shown: new Map(), actors: new Set(), total: 0 };
  function refresh() {
    const near = state.ego && around(state.ego.center, state.ego.depth);
    view.shown = new Map();
    view.actors = new Set();
    view.total = 0;
    for (const facet of facets) for (const value of facet.counts.keys()) facet.counts.set(value, 0);
    const seen = new Set();
    for (const edge of edges) {
      if (near && !(near.has(edge.from) && near.has(edge.to))) continue;
      const rows = [];
      for (const row of edge.statements) {
        const one = statements[row];
        const { shown, failing } = passes(one);
        if (shown) rows.push(row);
        if (!shown && !failing) continue;
        for (let index = 0; index < facets.length; index += 1) {
          const facet = facets[index];
          if (failing && facet !== failing) continue;
          if (facet.key === "kind") {
            seen.add(edge.from).add(edge.to);
            continue;
          }
          for (const value of one.values[index]) facet.counts.set(value, facet.counts.get(value) + 1);
        }
      }
      if (!rows.length) continue;
      view.shown.set(edge.id, rows);
      view.actors.add(edge.from).add(edge.to);
      view.total += rows.length;
    }
    for (const node of nodes) {
      const lonely = !edgesOf.get(node.id).length && !facets[1].off.has(node.kind);
      if (lonely && !near && !filtered()) view.actors.add(node.id);
    }
    if (near) view.actors.add(state.ego.center);
    for (const id of new Set([...seen, ...view.actors])) {
      const { kind } = nodeById.get(id);
      facets[1].counts.set(kind, facets[1].counts.get(kind) + 1);
    }
  }

  function filtered() {
    return state.firm || state.minimum > 0 || facets.some((facet) => facet.off.size > 0)
      || (extent && (state.since > extent[0] || state.until < extent[1]));
  }

  function reset() {
    for (const facet of facets) facet.off.clear();
    Object.assign(state, { firm: false, minimum: 0, ego: null });
    if (extent) [state.since, state.until] = extent;
  }

  const t = (key, fields) => {
    const text = data.texts[state.language][key];
    return fields ? text.replace(/\{(\w+)\}/g, (_, name) => fields[name]) : text;
  };
  const number = (value) => new Intl.NumberFormat(state.language).format(value);
  const counted = (key, count) => {
    const plural = new Intl.PluralRules(state.language).select(count);
    return `${number(count)} ${t(key)[plural === "one" ? 0 : 1]}`;
  };
  const valueName = (facet, value) => {
    if (facet === "speaker" && !value) return t("ownVoice");
    if (facet === "speaker" && value === "?") return t("unnamed");
    if (facet === "outlet" && !value) return t("noOutlet");
    if (["relation", "speaker", "outlet"].includes(facet)) return value;
    return t("values")[value] || value;
  };
  // "2022" stays a year, "2022-09" a month: no day is invented.
  function dateName(date) {
    const first = days(date);
    if (!first) return date || t("undated");
    const form = { year: "numeric", timeZone: "UTC" };
    if (date.length > 4) form.month = date.length > 7 ? "short" : "long";
    if (date.length > 7) form.day = "numeric";
    return new Intl.DateTimeFormat(state.language, form).format(new Date(first[0] * DAY));
  }
  const dayName = (day) => dateName(new Date(day * DAY).toISOString().slice(0, 10));

  // The only way to put words on the page: as text.
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  refresh();
  return {
    data, nodes, edges, options, nodeById, edgeById, edgesOf, statements, extent, facets, state,
    view, path, between, refresh, reset, filtered, t, number, counted, valueName, dateName, dayName, make,
    byId: (id) => document.getElementById(id),
  };
})();
