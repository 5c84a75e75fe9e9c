// Names of actors and relations in a constant size, the strongest first, none over another.
kg.labels = (() => {
  const { nodes, edges, view } = kg;
  const CELL = 64;
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
  const byWeight = [...nodes].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const byCount = [...edges].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const widths = new Map();
  let written = [];

  class Room {
    constructor() { this.cells = new Map(); }
    * near([left, top, right, bottom]) {
      for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
        for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) {
          yield `${x} ${y}`;
        }
      }
    }
    free(rect) {
      for (const cell of this.near(rect)) {
        for (const other of this.cells.get(cell) || []) {
          if (rect[0] < other[2] && other[0] < rect[2] && rect[1] < other[3] && other[1] < rect[3]) return false;
        }
      }
      return true;
    }
    take(rect) {
      for (const cell of this.near(rect)) {
        if (!this.cells.has(cell)) this.cells.set(cell, []);
        this.cells.get(cell).push(rect);
      }
    }
  }

  function width(context, text, font) {
    const key = `${font} ${text}`;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }

  function shorten(text, limit) {
    const signs = [...text];
    return signs.length > limit ? `${signs.slice(0, limit - 1).join("")}…` : text;
  }

  function put(context, text, font, x, y, colours, strong) {
    context.font = font;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = colours.paper;
    context.strokeText(text, x, y);
    context.fillStyle = strong ? colours.ink : colours.faint;
    context.fillText(text, x, y);
  }

  function write(context, network, strong, colours) {
    const scale = network.getScale();
    const at = network.getViewPosition();
    const canvas = network.body.container;
    const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
    const toScreen = (point) => [(point.x - at.x) * scale + wide / 2, (point.y - at.y) * scale + high / 2];
    const room = new Room();
    const texts = new Room();
    written = [];
    context.save();
    // From here on one unit is one pixel of the page.
    context.translate(at.x, at.y);
    context.scale(1 / scale, 1 / scale);
    context.translate(-wide / 2, -high / 2);

    function number(place, spots) {
      const box = ([u, v]) => [u - 9, v - 9, u + 9, v + 9];
      const off = 0.3 * kg.camps.BREADTH * scale + 10;
      const free = spots.flatMap(([x, y]) => [[x, y - off], [x + off, y], [x - off, y], [x, y + off]])
        .find((spot) => room.free(box(spot)));
      if (!free) return;
      const rect = box(free);
      room.take(rect);
      written.push({ rect, camp: place, text: String(place + 1), size: 17, colour: colours.ink });
      put(context, String(place + 1), `700 17px ${FONT}`, free[0], free[1], colours, true);
    }
    const shown = [];
    for (const node of byWeight) {
      if (!view.actors.has(node.id)) continue;
      const [x, y] = toScreen(network.body.nodes[node.id]);
      if (x < -40 || y < -40 || x > wide + 40 || y > high + 40) continue;
      shown.push({ node, x, y, radius: node.size * scale });
    }
    for (const one of shown) {
      if (one.radius < 4) continue;
      const { x, y, radius } = one;
      room.take([x - radius, y - radius, x + radius, y + radius]);
    }
    if (strong) shown.sort((a, b) => strong.actors.has(b.node.id) - strong.actors.has(a.node.id));
    const most = Math.max((wide * high) / 9000, 20);
    for (const { node, x, y, radius } of shown) {
      if (strong && !strong.actors.has(node.id)) continue;
      if (written.length >= most) break;
      const size = Math.min(Math.round(12 + Math.sqrt(node.weight) / 2), 16);  // few sizes: each takes time
      const font = `600 ${size}px ${FONT}`;
      const text = shorten(node.label, 34);
      const half = width(context, text, font) / 2 + 2;
      const tall = size / 2 + 2;
      const gap = radius + tall + 1;
      const spots = [[x, y + gap], [x, y - gap], [x + radius + half + 2, y], [x - radius - half - 2, y]];
      const around = ([u, v]) => [u - half, v - tall, u + half, v + tall];
      const free = (one) => room.free(around(one));
      // At the border a name moves in, as far as it still belongs to its actor.
      const inside = spots.map(([u, v]) => [Math.min(Math.max(u, half), wide - half), v])
        .filter(([u, v], index) => Math.abs(u - spots[index][0]) < half + radius && v > tall && v < high - tall);
      let spot = inside.find(free);
      // What was chosen is named even over another's shape, but never over a name.
      if (!spot && strong && strong.actors.size < 12) spot = inside.find((one) => texts.free(around(one)));
      if (!spot) continue;
      const rect = around(spot);
      room.take(rect);
      texts.take(rect);
      written.push({ rect, actor: node.id, text, size, colour: colours.ink });
      put(context, text, font, spot[0], spot[1], colours, true);
    }

    if (!strong) for (const { place, lines } of kg.camps.outlines()) number(place, lines.map(([spot]) => toScreen(spot)));
    const font = `11.5px ${FONT}`;
    if (!strong && scale < 0.45 && view.shown.size > 400) {
      context.restore();
      return;
    }
    for (const edge of byCount) {
      const rows = view.shown.get(edge.id);
      if (!rows || (strong && !strong.edges.has(edge.id))) continue;
      const line = network.body.edges[edge.id];
      if (!line.connected) continue;
      const [fromX, fromY] = toScreen(line.from);
      const [toX, toY] = toScreen(line.to);
      const change = kg.compare.KINDS[view.changes.get(edge.id)];
      const name = rows.length > 1 ? `${edge.name} ×${rows.length}` : edge.name;
      const text = shorten(change ? `${change.sign} ${name}` : name, 30);
      const half = width(context, text, font) / 2 + 2;
      // A name longer than its line would point at nothing.
      const alone = strong && strong.edges.size === 1;
      if (!alone && Math.hypot(toX - fromX, toY - fromY) < half * 1.5 + 16) continue;
      for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
        const [x, y] = toScreen(line.edgeType.getPoint(part));
        const rect = [x - half, y - 8, x + half, y + 8];
        if (rect[0] < 0 || rect[1] < 0 || rect[2] > wide || rect[3] > high || !room.free(rect)) continue;
        room.take(rect);
        written.push({ rect, edge: edge.id, text, size: 11.5, colour: strong ? colours.ink : colours.faint });
        put(context, text, font, x, y, colours, strong !== null);
        break;
      }
    }
    context.restore();
  }

  // A name is part of what it names: pointing at it points at the actor or the edge.
  const under = (x, y) => written.find(({ rect }) => x >= rect[0] && x <= rect[2] && y >= rect[1] && y <= rect[3]);

  return { write, under, written: () => written };
})();
