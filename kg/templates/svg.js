// The map as SVG: what the canvas shows, in shapes that can be scaled and edited.
kg.svg = (() => {
  const { view, nodeById, edgeById } = kg;
  const SPACE = "http://www.w3.org/2000/svg";

  function element(name, attributes, text) {
    const made = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }
  const at = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;

  // vis-network bends an edge along one quadratic curve; its middle tells the handle.
  function course(line, onScreen) {
    const [from, middle, to] = [line.from, line.edgeType.getPoint(0.5), line.to].map(onScreen);
    const handle = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
    return `M${at(from)} Q${at(handle)} ${at(to)}`;
  }
  function loop(line, onScreen, scale) {
    const [x, y, radius] = line.edgeType._getCircleData();
    const centre = onScreen({ x, y });
    return { cx: centre.x.toFixed(1), cy: centre.y.toFixed(1), r: (radius * scale).toFixed(1) };
  }
  function head(line, onScreen, scale, size) {
    const reach = (line.to.options.size + 2) * scale;
    const target = onScreen(line.to);
    const gap = (part) => {
      const spot = onScreen(line.edgeType.getPoint(part));
      return Math.hypot(spot.x - target.x, spot.y - target.y);
    };
    let [low, high] = [0.3, 1];
    for (let turn = 0; turn < 12; turn += 1) {
      const middle = (low + high) / 2;
      if (gap(middle) > reach) low = middle;
      else high = middle;
    }
    const [tail, tip] = [low - 0.04, low].map((part) => onScreen(line.edgeType.getPoint(part)));
    const angle = Math.atan2(tip.y - tail.y, tip.x - tail.x);
    const corner = (turn) => ({ x: tip.x - size * Math.cos(angle + turn), y: tip.y - size * Math.sin(angle + turn) });
    return `M${at(tip)} L${at(corner(0.45))} L${at(corner(-0.45))} Z`;
  }

  function draw() {
    const { network, colours } = kg.drawing;
    const box = kg.byId("network");
    const scale = network.getScale();
    const onScreen = (point) => network.canvasToDOM(point);
    const strong = kg.drawing.chosen();
    const faint = (inside) => (strong && !inside ? 0.2 : 1);
    const root = element("svg", {
      xmlns: SPACE, width: box.clientWidth, height: box.clientHeight,
      viewBox: `0 0 ${box.clientWidth} ${box.clientHeight}`, "font-family": "system-ui, 'DejaVu Sans', sans-serif" });
    root.append(element("title", {}, document.title), element("rect", { width: "100%", height: "100%", fill: colours.paper }));
    for (const { place, lines } of kg.camps.outlines()) {
      const d = lines.map((ends) => `M${ends.map((end) => at(onScreen(end))).join(" L")}`).join(" ");
      root.append(element("path", {
        d, fill: "none", stroke: kg.camps.colour(place), "stroke-opacity": 0.15,
        "stroke-width": (kg.camps.BREADTH * scale).toFixed(1), "stroke-linecap": "round", "stroke-linejoin": "round" }));
    }
    for (const id of view.shown.keys()) {
      const line = network.body.edges[id];
      const { options } = line;
      const colour = options.color.highlight;
      const width = Math.max(options.width * scale, 0.6);
      const group = element("g", { "data-edge": id, opacity: faint(strong && strong.edges.has(id)) });
      const look = { fill: "none", stroke: colour, "stroke-width": width.toFixed(2) };
      if (options.dashes) look["stroke-dasharray"] = "6 4";
      const own = line.from === line.to;
      group.append(own ? element("circle", { ...look, ...loop(line, onScreen, scale) })
        : element("path", { ...look, d: course(line, onScreen) }));
      const arrow = !own && !edgeById.get(id).symmetric;
      if (arrow) group.append(element("path", { fill: colour, d: head(line, onScreen, scale, 4 + 2.5 * width) }));
      group.append(element("title", {}, kg.drawing.title(edgeById.get(id))));
      root.append(group);
    }
    for (const id of view.actors) {
      const node = network.body.nodes[id];
      const size = node.options.size * scale;
      const spot = onScreen(node);
      const { background, border } = nodeById.get(id).color;
      const mark = element("path", {
        d: kg.evidence.PATHS[nodeById.get(id).shape], fill: background === "#0000" ? colours.paper : background, stroke: border,
        transform: `translate(${at(spot)}) scale(${(size / 7).toFixed(3)}) translate(-8 -8)`,
        opacity: faint(strong && strong.actors.has(id)) });
      mark.append(element("title", {}, nodeById.get(id).label));
      root.append(mark);
    }
    for (const { rect, text, size, colour } of kg.labels.written()) {
      root.append(element("text", {
        x: ((rect[0] + rect[2]) / 2).toFixed(1), y: ((rect[1] + rect[3]) / 2 + size * 0.35).toFixed(1),
        "text-anchor": "middle", "font-size": size.toFixed(1), "font-weight": colour === colours.faint ? 400 : 600, fill: colour,
        stroke: colours.paper, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" }, text));
    }
    return new XMLSerializer().serializeToString(root);
  }

  return { draw };
})();
