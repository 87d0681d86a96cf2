// The list of clusters: filters, search, order. All of it is on the page already; this hides, shows and sorts it, and nothing more.
// Rows say in data-n which values they have (numbers of the facets' lists), in data-words what finds them besides what they show (small letters
// without marks), and in data-place their rank by place. What is shown stands in the address, so that it can be kept, sent and gone back to.
(() => {
  "use strict";

  const table = document.querySelector("table.clusters");
  if (!table || !table.tBodies.length) return;
  const body = table.tBodies[0];
  const text = (element) => element.textContent.trim();
  const rows = [...body.rows].map((row, order) => ({
    row, order, name: text(row.cells[0]), theme: text(row.cells[1]), place: Number(row.dataset.place),
    numbers: (row.dataset.n || "").split(" ").filter(Boolean).map(Number), words: row.dataset.words || "", isShown: true,
    href: row.cells[0].querySelector("a")?.getAttribute("href"), letter: row.id,
  }));
  for (let i = 1; i < rows.length; i++) rows[i].letter ||= rows[i - 1].letter;

  const finder = document.querySelector(".finder");
  const heading = document.getElementById("all-title") || document.createElement("h2");
  const title = text(heading);
  const letters = [...document.querySelectorAll(".az a")];
  const state = { chosen: new Set(), query: "", sort: "name" };

  // -- order: by name, theme or place, never by a figure

  const collator = new Intl.Collator("en");
  const orders = {
    name: { head: 0, words: "A to Z", compare: (a, b) => a.order - b.order },
    theme: { head: 1, words: "by theme", compare: (a, b) => collator.compare(a.theme, b.theme) || a.order - b.order },
    place: { head: 2, words: "by place", compare: (a, b) => a.place - b.place },
  };
  let order = "name";

  for (const [name, { head }] of Object.entries(orders)) {
    const cell = table.tHead.rows[0].cells[head];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.title = `Sort ${orders[name].words}`;
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener("click", () => change(() => { state.sort = name; }));
  }

  function sort() {
    for (const [name, { head }] of Object.entries(orders)) {
      const cell = table.tHead.rows[0].cells[head];
      if (name === state.sort) cell.setAttribute("aria-sort", "ascending"); else cell.removeAttribute("aria-sort");
    }
    if (order === state.sort) return;
    order = state.sort;
    rows.sort(orders[order].compare);
    body.append(...rows.map((item) => item.row));
  }

  // The letters lead to the first row of each that is shown; by another order they lead nowhere.
  function lead() {
    for (const item of rows) item.row.removeAttribute("id");
    const first = new Map();
    if (order === "name") {
      for (const item of rows) if (item.isShown && !first.has(item.letter)) first.set(item.letter, item.row);
    }
    for (const [letter, row] of first) row.id = letter;
    for (const link of letters) {
      const letter = link.dataset.letter ||= link.getAttribute("href").slice(1);
      if (first.has(letter)) link.setAttribute("href", `#${letter}`); else link.removeAttribute("href");
    }
  }

  // -- filters: checkboxes in place of the links

  const facets = finder ? [...document.querySelectorAll("[data-facet]")].map(facet) : [];
  const options = new Map(facets.flatMap((item) => item.options.map((option) => [option.number, option])));

  function facet(section) {
    section.setAttribute("role", "group");
    const item = { id: section.dataset.facet, title: text(section.querySelector("h2")), options: [] };
    item.options = [...section.querySelectorAll("li[data-n]")].map((line) => {
      const old = line.firstElementChild;
      const box = document.createElement("input");
      const label = document.createElement("label");
      box.type = "checkbox";
      box.autocomplete = "off";
      label.className = old.className;
      label.append(box, ...old.childNodes);
      old.replaceWith(label);
      const option = {
        number: Number(line.dataset.n), value: line.dataset.value, name: text(label), href: old.getAttribute("href"), facet: item, box,
        label, count: line.querySelector(".count"), all: text(line.querySelector(".count")),
      };
      box.addEventListener("change", () => change(() => { choose(option, box.checked); }));
      return option;
    });
    return item;
  }

  function choose(option, isChosen) {
    if (isChosen) state.chosen.add(option.number); else state.chosen.delete(option.number);
  }

  // One value of a facet is enough, but of every facet that is used; a value's count is what choosing it would show.
  function filter() {
    const used = facets.map((item) => item.options.filter((option) => state.chosen.has(option.number))).filter((list) => list.length)
      .map((list) => ({ facet: list[0].facet, numbers: new Set(list.map((option) => option.number)) }));
    const words = split(state.query);
    const counts = new Map();
    let shown = 0;
    for (const item of rows) {
      const isFound = words.every((word) => finds(item, word));
      const missed = used.filter(({ numbers }) => !item.numbers.some((number) => numbers.has(number)));
      item.isShown = isFound && !missed.length;
      if (item.isShown) shown++;
      if (!isFound || missed.length > 1) continue;
      for (const number of item.numbers) {
        if (missed.length && options.get(number)?.facet !== missed[0].facet) continue;
        counts.set(number, (counts.get(number) || 0) + 1);
      }
    }
    let changes = false;
    for (const item of rows) {
      if (item.row.hidden !== item.isShown) continue;
      item.row.hidden = !item.isShown;
      changes = true;
    }
    for (const option of options.values()) {
      const count = counts.get(option.number) || 0;
      option.count.textContent = grouped(count);
      option.box.checked = state.chosen.has(option.number);
      option.label.classList.toggle("none", !count && !option.box.checked);
    }
    return { shown, changes };
  }

  // -- search: every word that is typed must stand somewhere in a cluster's words

  const letterless = { "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ŀ": "l", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t" };

  function fold(string) {
    return string.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[æœßþøđðłŀħıŋŧ]/g, (letter) => letterless[letter]);
  }

  function split(string) { return fold(string).split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean); }

  function finds(item, word) {
    item.folded ??= ` ${split(`${item.name} ${item.theme} ${text(item.row.cells[2])} ${item.words}`).join(" ")}`;
    // One or two letters stand in half of all words: they must begin one.
    return item.folded.includes(/^[a-z0-9]{1,2}$/.test(word) ? ` ${word}` : word);
  }

  // -- the maps: the marks of the clusters that are shown. Those that had to give way to others, at the end of a line, go back to their places when
  // there is room. A mark without a link, in the frame of a larger map, has the same name as the one there.

  const rowsByHref = new Map(rows.map((item) => [item.href, item]));
  const named = (mark) => mark.dataset.tip || mark.querySelector("title")?.textContent;
  const linked = [...document.querySelectorAll(".map-figure a.point")];
  const hrefs = new Map(linked.map((mark) => [named(mark), mark.getAttribute("href")]));
  const maps = [...document.querySelectorAll(".map-figure svg.map")].map(readMap);
  const isPlain = maps.some((map) => map.isPlain);
  const place = (words) => words.split(" ").map(Number);

  function readMap(svg) {
    const leader = svg.querySelector("path.leader");
    const lines = new Map();
    for (const [, from, to] of leader?.getAttribute("d").matchAll(/M([^ML]*)L([^ML]*)/g) || []) lines.set(to, from);
    const marks = [];
    for (const mark of svg.querySelectorAll(".point")) {
      const item = rowsByHref.get(mark.getAttribute("href") || hrefs.get(named(mark)));
      const drawn = /\((.*)\)/.exec(mark.getAttribute("transform") || "")?.[1];
      if (item && drawn) marks.push({ mark, item, drawn, home: lines.get(drawn) || drawn, now: drawn });
    }
    // Of very many clusters a map has no single marks.
    return { svg, leader, marks, isPlain: !marks.length && svg.querySelector(".point") !== null };
  }

  function draw(isAll) {
    for (const map of maps) if (map.marks.length) drawMap(map, isAll);
  }

  function drawMap({ svg, leader, marks }, isAll) {
    svg.classList.toggle("is-filtered", !isAll);
    for (const { mark, item } of marks) mark.classList.toggle("is-out", !item.isShown);
    const shown = marks.filter(({ item }) => item.isShown);
    if (!shown.length) return leader?.setAttribute("d", "");
    const size = shown[0].mark.getBBox().width * 1.05 || 10;
    const cells = new Map();
    const cell = ([x, y]) => `${Math.floor(x / size)} ${Math.floor(y / size)}`;
    const put = (mark, at) => {
      mark.next = at;
      const key = cell(place(at));
      if (cells.has(key)) cells.get(key).add(mark); else cells.set(key, new Set([mark]));
    };
    const isFree = (mark) => {
      const [x, y] = place(mark.home);
      for (const dx of [-size, 0, size]) {
        for (const dy of [-size, 0, size]) {
          for (const other of cells.get(cell([x + dx, y + dy])) || []) {
            const [a, b] = place(other.next);
            if (other !== mark && Math.hypot(a - x, b - y) < size) return false;
          }
        }
      }
      return true;
    };
    for (const mark of shown) put(mark, mark.drawn);
    for (const mark of isAll ? [] : shown) {
      if (mark.home === mark.drawn || !isFree(mark)) continue;
      cells.get(cell(place(mark.drawn))).delete(mark);
      put(mark, mark.home);
    }
    for (const mark of shown) {
      if (mark.next !== mark.now) mark.mark.setAttribute("transform", `translate(${mark.now = mark.next})`);
    }
    leader?.setAttribute("d", shown.filter((mark) => mark.now !== mark.home).map((mark) => `M${mark.home}L${mark.now}`).join(""));
  }

  // -- what is said

  const status = finder?.querySelector(".finder-count");
  const said = finder?.querySelector(".finder-said");
  const input = finder?.querySelector("input");
  const reset = finder?.querySelector(".finder-reset");
  const grouped = (number) => number.toLocaleString("en-GB");
  const clusters = (number) => `${grouped(number)} ${number === 1 ? "cluster" : "clusters"}`;

  function say(shown, isAll) {
    const words = isAll ? clusters(rows.length) : shown ? `${grouped(shown)} of ${clusters(rows.length)}` : `None of ${clusters(rows.length)}`;
    if (status.textContent !== words) status.textContent = words;
    const chosen = [...options.values()].filter((option) => state.chosen.has(option.number));
    said.replaceChildren(...chosen.map(chip), ...ownPage(chosen), ...(isPlain && !isAll ? [remark("The map shows all clusters.")] : []));
    said.classList.toggle("is-empty", !said.children.length);
    reset.disabled = isAll;
    heading.textContent = (isAll ? title : title.replace(/^All clusters/, "Clusters found")).replace(/A to Z$/, orders[order].words);
  }

  function chip(option) {
    const line = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${option.facet.title}: ${option.name}`;
    button.setAttribute("aria-label", `Take away ${button.textContent}`);
    button.addEventListener("click", () => {
      const place = [...said.children].indexOf(line);
      change(() => choose(option, false));
      (said.children[Math.min(place, said.children.length - 1)]?.querySelector("button") || input).focus();
    });
    line.append(button);
    return line;
  }

  function remark(words) {
    const line = document.createElement("li");
    line.textContent = words;
    return line;
  }

  // One value, or a theme in a macro-region, has a page of its own.
  function ownPage(chosen) {
    if (split(state.query).length || !chosen.length || chosen.length > 2 || chosen.some((option) => !option.href)) return [];
    let href = chosen[0].href;
    if (chosen.length === 2) {
      if (chosen[0].facet.id !== "theme" || chosen[1].facet.id !== "region" || !rows.some((item) => item.isShown)) return [];
      href = href.replace(/\.html$/, `--${chosen[1].value}.html`);
    }
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = "A page of its own";
    line.className = "own-page";
    line.append(link);
    return [line];
  }

  // -- the address

  function address() {
    const parts = facets.map((item) => [item.id, item.options.filter((option) => state.chosen.has(option.number))])
      .filter(([, list]) => list.length).map(([id, list]) => `${id}=${list.map((option) => encodeURIComponent(option.value)).join(",")}`);
    if (state.query.trim()) parts.push(`q=${encodeURIComponent(state.query.trim())}`);
    if (state.sort !== "name") parts.push(`sort=${state.sort}`);
    return location.pathname + (parts.length ? `?${parts.join("&")}` : "");
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    state.chosen.clear();
    for (const item of facets) {
      const values = new Set((asked.get(item.id) || "").split(","));
      for (const option of item.options) if (values.has(option.value)) state.chosen.add(option.number);
    }
    state.query = finder ? asked.get("q") || "" : "";
    state.sort = Object.hasOwn(orders, asked.get("sort") || "") ? asked.get("sort") : "name";
    if (input) input.value = state.query;
    show();
  }

  function write(replaces) {
    const next = address();
    if (next === location.pathname + location.search) return;
    // Some browsers forbid it for files; then the list works, and only its address stays the same.
    try { history[replaces ? "replaceState" : "pushState"](null, "", next); } catch { /* nothing to do */ }
  }

  function show() {
    sort();
    if (finder) {
      const { shown, changes } = filter();
      const isAll = !state.chosen.size && !split(state.query).length;
      if (changes) draw(isAll);
      say(shown, isAll);
    } else {
      heading.textContent = title.replace(/A to Z$/, orders[order].words);
    }
    lead();
  }

  function change(step, replaces = false) {
    step();
    show();
    write(replaces);
  }

  if (finder) {
    let isTyping = false;
    let timer = 0;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        change(() => { state.query = input.value; }, isTyping);
        isTyping = true;
      }, 120);
    });
    input.addEventListener("blur", () => { isTyping = false; });
    reset.addEventListener("click", () => {
      clearTimeout(timer);
      change(() => {
        state.chosen.clear();
        state.query = input.value = "";
      });
      input.focus();
    });
    finder.hidden = false;
  }

  // On a narrow screen the lists beside the table are folded.
  const opener = document.querySelector(".facets-opener");
  opener?.addEventListener("click", () => {
    const isOpen = document.getElementById("facets")?.classList.toggle("is-open");
    opener.setAttribute("aria-expanded", String(isOpen));
  });
  if (opener) opener.hidden = false;
  addEventListener("popstate", read);
  read();
})();
