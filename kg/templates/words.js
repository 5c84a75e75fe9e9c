// The page's language: texts, names, numbers, dates; and the only way to put words on the page.
Object.assign(kg, (() => {
  const { data, state, nodes, edges } = kg;
  const given = new Map([...nodes.map((node) => [node, node.label]), ...edges.map((edge) => [edge, edge.name])]);

  // Names in the language of the page, where the graph knows them.
  function name() {
    for (const node of nodes) node.label = node.names[state.language] || given.get(node);
    for (const edge of edges) edge.name = data.relations[edge.relation][state.language] || given.get(edge);
  }

  const t = (key, fields) => {
    const text = data.texts[state.language][key];
    return fields ? text.replace(/\{(\w+)\}/g, (_, field) => fields[field]) : text;
  };
  // Making a formatter takes longer than a thousand numbers.
  const makers = new Map();
  function maker(kind, options = {}) {
    const key = `${state.language} ${kind.name} ${Object.values(options)}`;
    if (!makers.has(key)) makers.set(key, new kind(state.language, options));
    return makers.get(key);
  }
  const number = (value) => maker(Intl.NumberFormat).format(value);
  const counted = (key, count) => {
    const plural = maker(Intl.PluralRules).select(count);
    return `${number(count)} ${t(key)[plural === "one" ? 0 : 1]}`;
  };
  function valueName(facet, value) {
    if (facet === "speaker" && !value) return t("ownVoice");
    if (facet === "speaker" && value === "?") return t("unnamed");
    if (facet === "speaker") return data.speakers[value][state.language] || data.speakers[value][""];
    if (facet === "outlet") return value || t("noOutlet");
    if (facet === "relation") return relationName(value);
    return t("values")[value] || value;
  }
  const relations = new Map(edges.map((edge) => [edge.relation, edge]));
  const relationName = (key) => relations.get(key).name;
  // "2022" stays a year, "2022-09" a month: no day is invented.
  function dateName(date) {
    const first = kg.days(date);
    if (!first) return date || t("undated");
    const form = { year: "numeric", timeZone: "UTC" };
    if (date.length > 4) form.month = date.length > 7 ? "short" : "long";
    if (date.length > 7) form.day = "numeric";
    return maker(Intl.DateTimeFormat, form).format(new Date(first[0] * 86400000));
  }
  const dayName = (day) => dateName(kg.isoDay(day));

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  return { name, t, number, counted, valueName, dateName, dayName, make };
})());
kg.name();
kg.refresh();
for (const facet of kg.allFacets) facet.totals = new Map(facet.counts);
