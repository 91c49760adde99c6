// Comfort on the page of the maps: what one points at is told and lit up, by mouse, touch and keyboard; zoom and pan;
// another phase without losing one's place. Everything is there without this file too.
"use strict";

const page = document.querySelector("[data-map-page]");

// The part of the picture that is looked at, kept from phase to phase.
let kept = null;

function names(svg) {
  const found = new Map();
  for (const actor of svg.querySelectorAll("[data-actor]")) {
    const title = actor.querySelector("title");
    const lines = Array.from(actor.querySelectorAll("tspan"), (line) => line.textContent);
    found.set(actor.dataset.actor, title ? title.textContent : lines.join(" ") || actor.dataset.actor);
  }
  return found;
}

// What can be pointed at: departments, functions, cells, offers, panels.
const THINGS = ".department, .actor, .cell, .offer, .party, .gap, .count";

function explore(section) {
  const told = section.querySelector("[data-told]");
  const hint = told.textContent;
  const say = section.dataset;
  for (const canvas of section.querySelectorAll("[data-canvas]")) {
    const svg = canvas.querySelector("svg");
    const called = names(svg);
    const home = new Map();
    for (const actor of svg.querySelectorAll(".actor[data-actor]")) home.set(actor.dataset.actor, actor.dataset.department);
    const lines = Array.from(svg.querySelectorAll(".tie, .band"));
    const bundles = Array.from(svg.querySelectorAll(".bundle"));
    const things = Array.from(svg.querySelectorAll(THINGS));
    let held = null;

    // The department at an end of a line: an end is a function, or a department.
    const departmentOf = (end) => home.get(end) || end;
    const touches = (thing, line) => {
      const ends = [line.dataset.a, line.dataset.b];
      if (thing.dataset.actor) return ends.includes(thing.dataset.actor);
      if (thing.classList.contains("count")) {
        const pair = [thing.dataset.a, thing.dataset.b];
        const [a, b] = ends.map(departmentOf);
        return a !== b && pair.includes(a) && pair.includes(b);
      }
      return thing.classList.contains("department") && ends.map(departmentOf).includes(thing.dataset.department);
    };

    const describe = (thing) => {
      const own = thing.querySelector(":scope > title");
      if (thing.dataset.actor && thing.classList.contains("actor")) {
        const others = lines
          .filter((line) => touches(thing, line))
          .map((line) => (line.dataset.a === thing.dataset.actor ? line.dataset.b : line.dataset.a))
          .map((end) => called.get(end) || end);
        const who = called.get(thing.dataset.actor);
        const each = Array.from(new Set(others)).sort();
        return `${who} (${thing.dataset.department}): ` +
          (each.length ? `${say.worksWith} ${each.join("; ")}` : say.nobody);
      }
      if (thing.classList.contains("department") && lines.length) {
        const counts = new Map();
        let inside = 0;
        for (const line of lines.filter((one) => touches(thing, one))) {
          const [a, b] = [line.dataset.a, line.dataset.b].map(departmentOf);
          if (a === b) {
            inside += 1;
            continue;
          }
          const other = a === thing.dataset.department ? b : a;
          const ties = line.classList.contains("band") ? line.dataset.ties : 1;
          const sum = ties === undefined || counts.get(other) === "" ? "" : (counts.get(other) || 0) + Number(ties);
          counts.set(other, sum);
        }
        const parts = Array.from(counts, ([other, n]) => (n === "" ? other : `${other} (${n})`)).sort();
        const outside = parts.length ? `${say.tiesTo} ${parts.join(", ")}` : say.alone;
        return `${thing.dataset.department}: ${outside}` + (inside ? `; ${say.inside} ${inside}` : "");
      }
      if (own) return own.textContent;
      return thing.dataset.department || thing.textContent.trim();
    };

    const light = (thing) => {
      const near = new Set();
      for (const line of lines) {
        const lit = !thing || touches(thing, line);
        line.classList.toggle("faint", !lit);
        if (thing && lit) [line.dataset.a, line.dataset.b].forEach((end) => near.add(end).add(departmentOf(end)));
      }
      // A bundle steps back unless one of the lines that are lit runs through it.
      for (const bundle of bundles) {
        const runs = (line) => {
          const ends = [line.dataset.a, line.dataset.b].map(departmentOf);
          return ends.includes(bundle.dataset.a) && ends.includes(bundle.dataset.b);
        };
        bundle.classList.toggle("faint", Boolean(thing) && !lines.some((line) => touches(thing, line) && runs(line)));
      }
      const related = (other) => {
        if (!thing || other === thing) return true;
        if (thing.classList.contains("cell")) {
          const ends = [thing.dataset.a, thing.dataset.b];
          return other.classList.contains("cell")
            ? ends.includes(other.dataset.a) || ends.includes(other.dataset.b)
            : ends.includes(other.dataset.department);
        }
        if (!lines.length) return other.dataset.department === thing.dataset.department;
        if (other.dataset.actor) {
          return near.has(other.dataset.actor) ||
            (thing.classList.contains("department") && other.dataset.department === thing.dataset.department);
        }
        return near.has(other.dataset.department) || other.dataset.department === thing.dataset.department;
      };
      for (const other of things) other.classList.toggle("faint", !related(other));
      told.textContent = thing ? describe(thing) : hint;
    };

    const under = (event) => event.target.closest && event.target.closest(THINGS);
    svg.addEventListener("pointerover", (event) => {
      if (!held && event.pointerType === "mouse") light(under(event));
    });
    svg.addEventListener("pointerleave", () => {
      if (!held) light(null);
    });
    svg.addEventListener("click", (event) => {
      const thing = under(event);
      held = thing && thing !== held ? thing : null;
      light(held);
    });

    // By keyboard: the picture is one stop; the arrows walk from thing to thing.
    let at = -1;
    const walk = (to) => {
      if (!things.length) return;
      if (things[at]) things[at].classList.remove("here");
      at = (to + things.length) % things.length;
      things[at].classList.add("here");
      light(things[at]);
    };
    canvas.addEventListener("keydown", (event) => {
      const keys = {
        ArrowRight: () => walk(at + 1),
        ArrowDown: () => walk(at + 1),
        ArrowLeft: () => walk(at < 0 ? -1 : at - 1),
        ArrowUp: () => walk(at < 0 ? -1 : at - 1),
        Home: () => walk(0),
        End: () => walk(things.length - 1),
        Enter: () => { held = held ? null : things[at] || null; light(held || things[at] || null); },
        Escape: () => { held = null; if (things[at]) things[at].classList.remove("here"); at = -1; light(null); },
        "+": () => zoom(0.8),
        "-": () => zoom(1.25),
        "0": () => whole(),
      };
      if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      keys[event.key]();
    });
    canvas.addEventListener("focusout", () => {
      if (things[at]) things[at].classList.remove("here");
      if (!held) light(null);
    });

    // Zoom and pan change what part of the picture is seen; nothing in it moves.
    const full = svg.getAttribute("viewBox").split(" ").map(Number);
    let seen = kept && kept.full === full.join() ? kept.seen : full.slice();
    const look = () => {
      seen[2] = Math.min(seen[2], full[2]);
      seen[3] = Math.min(seen[3], full[3]);
      seen[0] = Math.min(Math.max(seen[0], 0), full[2] - seen[2]);
      seen[1] = Math.min(Math.max(seen[1], 0), full[3] - seen[3]);
      svg.setAttribute("viewBox", seen.map((n) => Math.round(n * 10) / 10).join(" "));
      canvas.classList.toggle("zoomed", seen[2] < full[2]);
      if (!canvas.classList.contains("narrow")) kept = { full: full.join(), seen };
    };
    const zoom = (factor, x = 0.5, y = 0.5) => {
      const wide = Math.min(Math.max(seen[2] * factor, full[2] / 8), full[2]);
      const high = (wide * full[3]) / full[2];
      seen = [seen[0] + (seen[2] - wide) * x, seen[1] + (seen[3] - high) * y, wide, high];
      look();
    };
    const whole = () => {
      seen = full.slice();
      look();
    };
    look();
    const by = { in: () => zoom(0.7), out: () => zoom(1 / 0.7), whole };
    for (const button of section.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => by[button.dataset.zoom]());
    }
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }, { passive: false });
    let dragged = null;
    svg.addEventListener("pointerdown", (event) => {
      if (seen[2] < full[2]) dragged = { x: event.clientX, y: event.clientY, from: seen.slice() };
    });
    svg.addEventListener("pointermove", (event) => {
      if (!dragged) return;
      const scale = seen[2] / svg.getBoundingClientRect().width;
      seen[0] = dragged.from[0] - (event.clientX - dragged.x) * scale;
      seen[1] = dragged.from[1] - (event.clientY - dragged.y) * scale;
      look();
    });
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
      svg.addEventListener(name, () => { dragged = null; });
    }
  }
}

// Another phase, view or choice is fetched and put in the place of this one: the eye keeps its place.
async function swap(address) {
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = next.querySelector("[data-map-page]");
  if (!fresh) {
    window.location.assign(address);
    return;
  }
  const focused = document.activeElement && document.activeElement.closest("[data-map-page]")
    ? document.activeElement.textContent : null;
  for (const script of fresh.querySelectorAll("script")) script.remove();
  page.replaceChildren(...fresh.childNodes);
  document.title = next.title;
  begin();
  const again = Array.from(page.querySelectorAll("a[data-swap]")).find((link) => link.textContent === focused);
  if (again) again.focus({ preventScroll: true });
}

function begin() {
  for (const element of page.querySelectorAll("[data-script]")) element.hidden = false;
  for (const section of page.querySelectorAll("[data-explore]")) explore(section);
}

if (page) {
  begin();
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-swap]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    swap(link.href);
  });
  page.addEventListener("submit", (event) => {
    const form = event.target.closest("form.choices");
    if (!form) return;
    event.preventDefault();
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    history.pushState(null, "", address);
    swap(address);
  });
  window.addEventListener("popstate", () => swap(window.location.href));
}
