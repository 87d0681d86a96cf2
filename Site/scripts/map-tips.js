// The names of a map's points beside the pointer and at the point that has the focus. Without this a browser shows them late, or only to a mouse.
(() => {
  "use strict";

  const tip = document.createElement("div");
  tip.className = "map-tip";
  tip.hidden = true;
  // Screen readers have the name from the link itself.
  tip.setAttribute("aria-hidden", "true");
  let shown = null;
  let timer = 0;

  // The element of a map with a name of its own in which an event happened.
  function named(target) {
    if (!(target instanceof Element) || !target.closest("svg.map")) return null;
    for (let element = target; !element.matches("svg.map"); element = element.parentElement) {
      if (element.dataset.tip) return element;
      const title = element.querySelector(":scope > title");
      if (!title) continue;
      // The browser would show its own besides.
      element.dataset.tip = title.textContent;
      if (element.matches("a")) element.setAttribute("aria-label", title.textContent);
      title.remove();
      return element;
    }
    return null;
  }

  function show(element) {
    clearTimeout(timer);
    if (shown === element) return;
    shown = element;
    tip.textContent = element.dataset.tip;
    if (!tip.isConnected) document.body.append(tip);
    tip.hidden = false;
    const point = element.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const half = tip.offsetWidth / 2 + 4;
    const middle = Math.max(half, Math.min(width - half, point.left + point.width / 2));
    const isBelow = point.top < tip.offsetHeight + 12;
    tip.style.left = `${Math.round(middle + scrollX)}px`;
    tip.style.top = `${Math.round(scrollY + (isBelow ? point.bottom + 6 : point.top - tip.offsetHeight - 6))}px`;
  }

  function hide() {
    clearTimeout(timer);
    shown = null;
    tip.hidden = true;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    // A tip stays while the pointer is on it.
    if (event.target === tip) return clearTimeout(timer);
    const element = named(event.target);
    if (element) return show(element);
    if (!shown || shown === document.activeElement) return;
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  });
  document.addEventListener("focusin", (event) => {
    const element = named(event.target);
    if (element) show(element); else if (shown) hide();
  });
  document.addEventListener("focusout", (event) => { if (event.target === shown) hide(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && shown) hide(); });
})();
