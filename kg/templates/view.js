// What the reader has chosen, and what is shown for it.
Object.assign(kg, (() => {
  const { data, nodes, edges, nodeById, edgesOf, statements, extent, facets, kinds, allFacets } = kg;
  const PATHS = 5;  // shortest paths listed, of equals the most stated

  const state = {
    language: data.language, theme: null, firm: false, minimum: 0,
    since: extent && extent[0], until: extent && extent[1],
    ego: null, selected: null, pathFrom: null, tab: "overview", camps: data.camps.members.length > 0, compare: null,
  };

  const within = (one, [first, last]) => one.days !== null && one.days[1] >= first && one.days[0] <= last;
  // 1: in the first of what is compared, 2: in the second, 3: in both, 0: in none.
  function side(one) {
    const { by, a, b } = state.compare;
    if (by === "outlet") return (one.outlet === a ? 1 : 0) + (one.outlet === b ? 2 : 0);
    return (within(one, a) ? 1 : 0) + (within(one, b) ? 2 : 0);
  }

  // Which filters a statement fails: none (null), one (that one), or more or what has no count ("all").
  function failing(one, ends) {
    if (state.firm && !one.firm) return "all";
    if (one.days && (one.days[1] < state.since || one.days[0] > state.until)) return "all";
    if (state.compare && !side(one)) return "all";
    let found = ends;
    if (Math.round(one.confidence * 1000) < state.minimum * 10) {
      if (found !== null) return "all";
      found = "minimum";
    }
    for (let index = 0; index < facets.length; index += 1) {
      const { off } = facets[index];
      if (!off.size || !off.has(one.values[index])) continue;
      if (found !== null) return "all";
      found = index;
    }
    return found;
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

  const between = (one, other) => edgesOf.get(one).filter((edge) => (
    view.shown.has(edge.id) && (edge.from === other || edge.to === other)));
  const strength = (one, other) => between(one, other)
    .reduce((sum, edge) => sum + view.shown.get(edge.id).length, 0);
  // Every shortest way over what is shown, whatever its direction, the most stated first.
  let known = { shown: null, ends: "", found: [], all: 0 };
  function paths([from, to]) {
    const ends = `${from} ${to}`;
    if (known.shown === view.shown && known.ends === ends) return known;
    const steps = new Map([[from, 0]]);
    const before = new Map([[from, []]]);
    const ways = new Map([[from, 1]]);
    for (const [id, step] of steps) {
      if (id === to) break;
      for (const edge of edgesOf.get(id)) {
        if (!view.shown.has(edge.id)) continue;
        const other = edge.from === id ? edge.to : edge.from;
        if (!steps.has(other)) {
          steps.set(other, step + 1);
          before.set(other, []);
        }
        if (steps.get(other) !== step + 1 || before.get(other).includes(id)) continue;
        before.get(other).push(id);
        ways.set(other, (ways.get(other) || 0) + ways.get(id));
      }
    }
    let found = before.has(to) ? [{ ids: [to], weight: 0 }] : [];
    while (found.length && found[0].ids[0] !== from) {
      found = found.flatMap(({ ids, weight }) => before.get(ids[0]).map((id) => (
        { ids: [id, ...ids], weight: weight + strength(id, ids[0]) })));
      found = found.sort((x, y) => y.weight - x.weight).slice(0, 50);
    }
    known = { shown: view.shown, ends, found: found.slice(0, PATHS).map(({ ids }) => ids), all: ways.get(to) || 0 };
    return known;
  }

  const view = { shown: new Map(), actors: new Set(), changes: new Map(), total: 0, firm: 0, sure: [] };
  function tally(index, one) {
    const { counts } = facets[index];
    const value = one.values[index];
    counts.set(value, counts.get(value) + 1);
  }
  const kindOff = (id) => kinds.off.has(nodeById.get(id).kind);
  function count(rows, edge, seen) {
    const ends = kinds.off.size && (kindOff(edge.from) || kindOff(edge.to)) ? "kind" : null;
    for (const row of edge.statements) {
      const one = statements[row];
      const fails = failing(one, ends);
      if (fails === "all") continue;
      if (fails === null) {
        rows.push(row);
        if (one.firm) view.firm += 1;
      }
      if (fails === null || fails === "minimum") view.sure[Math.min(Math.floor(one.confidence * 10), 9)] += 1;
      if (fails === "minimum") continue;
      if (fails === "kind") seen.add(edge.from).add(edge.to);
      else if (fails !== null) tally(fails, one);
      else for (let index = 0; index < facets.length; index += 1) tally(index, one);
    }
  }
  function refresh() {
    const near = state.ego && around(state.ego.center, state.ego.depth);
    Object.assign(view, { shown: new Map(), actors: new Set(), total: 0, firm: 0, sure: new Array(10).fill(0) });
    for (const { counts } of allFacets) for (const value of counts.keys()) counts.set(value, 0);
    const seen = new Set();
    for (const edge of edges) {
      if (near && !(near.has(edge.from) && near.has(edge.to))) continue;
      const rows = [];
      count(rows, edge, seen);
      if (!rows.length) continue;
      view.shown.set(edge.id, rows);
      view.actors.add(edge.from).add(edge.to);
      view.total += rows.length;
    }
    for (const node of nodes) {
      const lonely = !edgesOf.get(node.id).length && !kindOff(node.id);
      if (lonely && !near && !filtered()) view.actors.add(node.id);
    }
    if (near) view.actors.add(state.ego.center);
    for (const id of new Set([...seen, ...view.actors])) {
      const { kind } = nodeById.get(id);
      kinds.counts.set(kind, kinds.counts.get(kind) + 1);
    }
    view.changes = state.compare ? changes() : new Map();
  }

  // What became of each edge from the first to the second of what is compared. A pair is
  // flipped where it cooperated and now opposes, or the other way; a denial counts against.
  function changes() {
    const balance = new Map();
    const sides = new Map();
    const directions = ({ from, to, symmetric }) => (symmetric ? [`${from} ${to}`, `${to} ${from}`] : [`${from} ${to}`]);
    for (const [id, rows] of view.shown) {
      const edge = kg.edgeById.get(id);
      let bits = 0;
      for (const row of rows) {
        const one = statements[row];
        const at = side(one);
        bits |= at;
        const sign = one.polarity === "Negated" ? -edge.sign : edge.sign;
        for (const pair of directions(edge)) {
          if (!balance.has(pair)) balance.set(pair, [0, 0]);
          if (at & 1) balance.get(pair)[0] += sign;
          if (at & 2) balance.get(pair)[1] += sign;
        }
      }
      sides.set(id, bits);
    }
    const found = new Map();
    for (const [id, bits] of sides) {
      const edge = kg.edgeById.get(id);
      const flipped = edge.sign && directions(edge).some((pair) => balance.get(pair)[0] * balance.get(pair)[1] < 0);
      found.set(id, flipped ? "flipped" : ["", "gone", "added", "kept"][bits]);
    }
    return found;
  }

  function filtered() {
    return state.firm || state.minimum > 0 || state.compare !== null || allFacets.some((facet) => facet.off.size > 0)
      || (extent && (state.since > extent[0] || state.until < extent[1]));
  }

  function reset() {
    for (const facet of allFacets) facet.off.clear();
    Object.assign(state, { firm: false, minimum: 0, ego: null, compare: null });
    if (extent) [state.since, state.until] = extent;
  }

  return { state, view, around, paths, between, side, refresh, reset };
})());
