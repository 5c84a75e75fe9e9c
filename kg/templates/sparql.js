// The question behind the view: SPARQL that gives the edges shown, and their number of statements.
kg.sparql = (() => {
  const { data, state, view, nodes, allFacets, statements, extent } = kg;
  const BASE = "https://w3id.org/actor-kg/";

  const text = (value) => JSON.stringify(value);  // its escapes are SPARQL's too
  const iri = (prefix, folder, local) => (/^\w[\w-]*$/.test(local) ? `${prefix}:${local}` : `<${BASE}${folder}/${local}>`);
  const actor = (slug) => iri("actor", "actor", slug);

  const OPTIONALS = {
    speaker: "OPTIONAL { ?statement kg:attributedTo ?speaker }\n  OPTIONAL { ?statement kg:attributionCue ?cue }",
    outlet: "OPTIONAL { ?news schema:publisher ?publisher }",
    quad: "OPTIONAL { ?relation kg:plover/kg:quadClass ?quad }",
    day: "OPTIONAL { ?statement kg:eventDate ?event }\n  OPTIONAL { ?news schema:datePublished ?published }\n"
      + "  BIND(SUBSTR(STR(COALESCE(?event, ?published)), 1, 10) AS ?day)",
    kind: ["from", "to"].map((end) => `{ SELECT ?${end} (MIN(?kind) AS ?${end}Kind) WHERE {\n`
      + `      ?${end} a ?class ; skos:prefLabel ?name BIND(STRAFTER(STR(?class), "#") AS ?kind) } GROUP BY ?${end} }`).join("\n  "),
  };
  const NO_SPEAKER = `IF(BOUND(?cue), "?", "")`;
  // What a facet asks about, and how its values are written.
  const ASKED = {
    quad: { of: [`COALESCE(?quad, "")`], write: (value) => (value === "noQuad" ? `""` : `kg:${value}`) },
    kind: { of: ["?fromKind", "?toKind"], write: text },
    relation: { of: ["?relation"], write: (value) => iri("rel", "relation", value) },
    polarity: { of: ["?polarity"], write: (value) => `kg:${value}` },
    modality: { of: ["?modality"], write: (value) => `kg:${value}` },
    speaker: { of: [`COALESCE(?speaker, ${NO_SPEAKER})`], write: (value) => (value === "" || value === "?" ? text(value) : actor(value)) },
    outlet: { of: [`COALESCE(STR(?publisher), "")`], write: text },
  };

  // "2022" and "2022-09" last as long as they say, as they do on the page.
  const within = ([first, last]) => {
    const [since, until] = [text(kg.isoDay(first)), text(kg.isoDay(last))];
    return `(?day <= ${until} && ?day >= SUBSTR(${since}, 1, STRLEN(?day)))`;
  };
  function facetFilters(needs) {
    return allFacets.filter(({ off }) => off.size).flatMap(({ key, off, counts }) => {
      needs.add(key);
      const on = [...counts.keys()].filter((value) => !off.has(value));
      const [sign, list] = off.size <= on.length ? ["NOT IN", [...off]] : ["IN", on];
      return ASKED[key].of.map((asked) => `${asked} ${sign} (${list.map(ASKED[key].write).join(", ")})`);
    });
  }
  function compared(needs) {
    const { by, a, b } = state.compare;
    needs.add(by === "outlet" ? "outlet" : "day");
    if (by === "outlet") return `COALESCE(STR(?publisher), "") IN (${text(a)}, ${text(b)})`;
    return `BOUND(?day) && (${within(a)} || ${within(b)})`;
  }
  // What holds for the page as a whole: it may have been made of a part of the graph.
  function givenFilters(needs) {
    const { bounds } = data;
    const minimum = Math.max(state.minimum, bounds.minimum * 100);
    const filters = minimum ? [`?confidence >= ${minimum / 100}`] : [];
    if (bounds.relations.length) filters.push(`?relation IN (${bounds.relations.map(ASKED.relation.write).join(", ")})`);
    if (bounds.since || bounds.until) {
      needs.add("day");
      if (bounds.since) filters.push(`?day >= SUBSTR(${text(bounds.since)}, 1, STRLEN(?day))`);
      if (bounds.until) filters.push(`SUBSTR(?day, 1, ${bounds.until.length}) <= ${text(bounds.until)}`);
    }
    return filters;
  }
  function filters(needs) {
    const found = [...givenFilters(needs), ...facetFilters(needs)];
    if (state.firm) {
      needs.add("speaker");
      found.push("?polarity = kg:Affirmed && ?modality = kg:Asserted && IF(BOUND(?speaker), ?speaker = ?from, !BOUND(?cue))");
    }
    if (extent && (state.since > extent[0] || state.until < extent[1])) {
      needs.add("day");
      found.push(`!BOUND(?day) || ${within([state.since, state.until])}`);
    }
    if (state.compare) found.push(compared(needs));
    const drawn = state.ego ? [...kg.around(state.ego.center, state.ego.depth)]
      : data.bounds.around ? nodes.map(({ id }) => id) : null;
    if (drawn) found.push(...["?from", "?to"].map((end) => `${end} IN (${drawn.map(actor).join(", ")})`));
    return found;
  }

  function query() {
    const needs = new Set();
    const rows = () => [...view.shown.values()].flat().map((row) => iri("st", "statement", statements[row].id));
    // A core is told statement by statement: to name its actors in a condition takes far longer.
    const lines = data.bounds.listed ? [`VALUES ?statement { ${rows().join(" ")} }`] : filters(needs).map((one) => `FILTER(${one})`);
    return [
      `# ${kg.byId("title").textContent.replace(/\s+/g, " ")}: ${kg.byId("summary").textContent}`,
      "SELECT ?source ?relation ?target (COUNT(DISTINCT ?statement) AS ?statements) WHERE {",
      "  ?statement a kg:Statement ; rdf:subject ?from ; rdf:predicate ?relation ; rdf:object ?to ;",
      "    kg:polarity ?polarity ; kg:modality ?modality ; kg:confidence ?confidence ;",
      "    prov:wasDerivedFrom/nif:referenceContext ?news .",
      ...Object.keys(OPTIONALS).filter((key) => needs.has(key)).map((key) => `  ${OPTIONALS[key]}`),
      "  # An edge without direction runs from the actor that is first by name.",
      "  OPTIONAL { ?relation kg:symmetric ?symmetric }",
      "  BIND(COALESCE(?symmetric, false) && STR(?to) < STR(?from) AS ?turned)",
      "  BIND(IF(?turned, ?to, ?from) AS ?source) BIND(IF(?turned, ?from, ?to) AS ?target)",
      ...lines.map((line) => `  ${line}`),
      "} GROUP BY ?source ?relation ?target",
      "ORDER BY DESC(?statements) ?source ?relation ?target",
      "",
    ].join("\n");
  }

  const dialog = kg.byId("sparql");
  function open() {
    kg.byId("sparql-text").value = query();
    kg.byId("sparql-copy").textContent = kg.t("copyQuery");
    dialog.showModal();
  }
  kg.byId("open-sparql").addEventListener("click", open);
  kg.byId("sparql-close").addEventListener("click", () => dialog.close());
  kg.byId("sparql-save").addEventListener("click", () => (
    kg.share.save(new Blob([query()], { type: "application/sparql-query" }), "view.rq")));
  kg.byId("sparql-copy").addEventListener("click", async () => {
    await kg.evidence.copy(query());
    kg.byId("sparql-copy").textContent = kg.t("copiedQuery");
  });

  return { query };
})();
