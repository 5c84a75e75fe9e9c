"use strict";
// What the page was given: actors, edges, statements with their evidence, and their facets.
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
  const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const statements = data.statements.map(([
    id, sentence, document, begin, end, event_date, speaker, attribution_cue, polarity, modality,
    trigger, source_text, target_text, topic_text, confidence, firm,
  ]) => {
    const found = documents[document];
    return {
      id, sentence: data.sentences[sentence], document: found, begin, end, event_date, speaker, attribution_cue,
      polarity, modality, trigger, source_text, target_text, topic_text, confidence, firm,
      // "" is the outlet itself, "?" somebody whom the text does not name.
      voice: speaker || (attribution_cue ? "?" : ""),
      outlet: found.publisher || "",
      days: days(event_date || found.published),
      values: [],  // by facet
    };
  });

  const dated = statements.filter((one) => one.days);
  const extent = dated.length
    ? [dated.reduce((low, one) => Math.min(low, one.days[0]), Infinity),
      dated.reduce((high, one) => Math.max(high, one.days[1]), -Infinity)]
    : null;

  // A facet is a closed list of values; each statement has one. Kinds are those of actors:
  // a statement stays if both of its ends do.
  const facets = [
    { key: "quad", of: (edge) => edge.quad || "noQuad" },
    { key: "relation", of: (edge) => edge.relation },
    { key: "polarity", of: (edge, one) => one.polarity },
    { key: "modality", of: (edge, one) => one.modality },
    { key: "speaker", of: (edge, one) => one.voice },
    { key: "outlet", of: (edge, one) => one.outlet },
  ];
  for (const facet of facets) {
    Object.assign(facet, { off: new Set(), counts: new Map() });
    for (const edge of edges) {
      for (const row of edge.statements) {
        const value = facet.of(edge, statements[row]);
        statements[row].values.push(value);
        facet.counts.set(value, 0);
      }
    }
  }
  const kinds = { key: "kind", off: new Set(), counts: new Map(nodes.map(({ kind }) => [kind, 0])) };

  return {
    data, nodes, edges, options, nodeById, edgeById, edgesOf, statements, days, isoDay, extent, facets, kinds,
    allFacets: [facets[0], kinds, ...facets.slice(1)],
    byId: (id) => document.getElementById(id),
  };
})();
