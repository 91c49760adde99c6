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

// What belongs to a pair of departments: its bundle, the core and the number of its band, the mark of one without ties.
const OF_PAIRS = ".bundle, .core, .number, .none";

const alphabet = new Intl.Collator(document.documentElement.lang).compare;

function explore(section) {
  const told = section.querySelector("[data-told]");
  // Where nothing points and no key is pressed, none is spoken of.
  const hint = matchMedia("(hover: none)").matches ? told.dataset.touch : told.textContent;
  told.textContent = hint;
  const say = section.dataset;
  for (const canvas of section.querySelectorAll("[data-canvas]")) {
    const svg = canvas.querySelector("svg");
    const called = names(svg);
    // The department of a function, and where it was in the phase before.
    const home = new Map();
    const left = new Map();
    for (const actor of svg.querySelectorAll(".actor[data-actor]")) {
      const of = actor.dataset.stay === "moved away" ? left : home;
      of.set(actor.dataset.actor, actor.dataset.department);
    }
    const lines = Array.from(svg.querySelectorAll(".tie, .band"));
    const ofPairs = Array.from(svg.querySelectorAll(OF_PAIRS));
    const things = Array.from(svg.querySelectorAll(THINGS));
    // Where bands alone stand between departments, nobody sees which functions they join.
    const banded = svg.querySelector(".band") && !svg.querySelector("#ties:not(.inside) .tie");
    let held = null;

    // A tie that ended, a band of whose ties none is reported any more, be it that nobody was asked.
    const ended = (line) => (line.classList.contains("band") ? "beforeOnly" in line.dataset : line.dataset.fate === "ended");
    // The departments at the ends of a line: an end is a function, or a department. What ended did so where it was.
    const departmentsOf = (line) => [line.dataset.a, line.dataset.b]
      .map((end) => (ended(line) && left.get(end)) || home.get(end) || left.get(end) || end);
    const touches = (thing, line) => {
      if (thing.dataset.actor && !banded) return [line.dataset.a, line.dataset.b].includes(thing.dataset.actor);
      const [a, b] = departmentsOf(line);
      if (thing.classList.contains("count")) {
        const pair = [thing.dataset.a, thing.dataset.b];
        return a !== b && pair.includes(a) && pair.includes(b);
      }
      return [a, b].includes(thing.dataset.department);
    };
    // Whether what belongs to a pair belongs to a thing: it is one of the pair, or has a line in it.
    const runs = (thing, of) => {
      const pair = [of.dataset.a, of.dataset.b];
      const whole = thing.classList.contains("department") || (banded && thing.dataset.department);
      if (whole) return pair.includes(thing.dataset.department);
      return lines.some((line) => touches(thing, line) && departmentsOf(line).every((end) => pair.includes(end)));
    };

    // What there is, and what there was only before.
    const sentence = (who, now, nothing, before) => {
      const was = before.length ? [`${say.before} ${before.join("; ")}`] : [];
      return `${who}: ${[now || nothing, ...was].join("; ")}`;
    };
    const actorTold = (thing) => {
      const id = thing.dataset.actor;
      const others = (are) => {
        const ends = lines.filter((line) => ended(line) === are && touches(thing, line))
          .map((line) => (line.dataset.a === id ? line.dataset.b : line.dataset.a));
        return Array.from(new Set(ends.map((end) => called.get(end) || end))).sort(alphabet);
      };
      const where = [left.get(id), home.get(id)].filter(Boolean).join(" → ");
      if (banded) return `${called.get(id)} (${where})`;
      const now = others(false);
      return sentence(`${called.get(id)} (${where})`, now.length && `${say.worksWith} ${now.join("; ")}`, say.nobody, others(true));
    };
    const departmentTold = (thing) => {
      const own = thing.dataset.department;
      const inside = [0, 0];
      const pairs = new Map();
      // Ties of bodies are drawn and not counted.
      for (const line of lines.filter((one) => !("uncounted" in one.dataset) && touches(thing, one))) {
        const [a, b] = departmentsOf(line);
        if (a === b) {
          inside[Number(ended(line))] += 1;
          continue;
        }
        const other = a === own ? b : a;
        const pair = pairs.get(other) || { ties: [0, 0] };
        // A band stands for all ties of its pair, though they may be drawn beside it.
        if (line.classList.contains("band")) pair.band = line;
        else pair.ties[Number(ended(line))] += 1;
        pairs.set(other, pair);
      }
      const parts = [[], []];
      for (const other of Array.from(pairs.keys()).sort(alphabet)) {
        const { band, ties } = pairs.get(other);
        if (band) {
          const { from, to, ties: all } = band.dataset;
          const number = all || (from && (ended(band) ? from : `${from} → ${to}`));
          parts[Number(ended(band))].push(number ? `${other} (${number})` : other);
        } else {
          for (const was of [0, 1]) if (ties[was]) parts[was].push(`${other} (${ties[was]})`);
        }
      }
      const within = inside.map((ties) => (ties ? [`${say.inside} ${ties}`] : []));
      const outside = parts[0].length ? `${say.tiesTo} ${parts[0].join(", ")}` : say.alone;
      const before = parts[1].length ? [parts[1].join(", ")] : [];
      // Bands of a change are those that can be compared: of others it says nothing.
      const silent = banded && !pairs.size && section.dataset.view === "change";
      return silent ? own : sentence(own, [outside, ...within[0]].join("; "), "", [...before, ...within[1]]);
    };
    // A department among those that take part in an offer, with its functions there; a function with its department.
    const partyTold = (thing) => {
      const parties = Array.from(thing.closest(".panel").querySelectorAll(".party"));
      const named = (one) => (one.querySelector("title") || one).textContent;
      const own = parties.filter((one) => one.dataset.department === thing.dataset.department).map(named);
      const others = own.filter((name) => name !== thing.dataset.department);
      if (thing.classList.contains("party")) return others.length ? `${named(thing)} (${thing.dataset.department})` : named(thing);
      return others.length ? `${thing.dataset.department}: ${others.join("; ")}` : thing.dataset.department;
    };
    const describe = (thing) => {
      if (thing.closest(".panel")) return partyTold(thing);
      if (thing.classList.contains("actor")) return actorTold(thing);
      if (thing.classList.contains("department") && lines.length) return departmentTold(thing);
      const own = thing.querySelector(":scope > title");
      if (own) return own.textContent;
      return thing.dataset.department || thing.textContent.trim();
    };

    // The page of a function, for who may work on it: a link beside what is told, and a second click or Enter.
    const page = (thing) => section.dataset.actors && thing && thing.classList.contains("actor") &&
      section.dataset.actors.replace("{}", encodeURIComponent(thing.dataset.actor));
    const link = (thing) => {
      const to = document.createElement("a");
      to.href = page(thing);
      to.textContent = `${say.toActor} ${called.get(thing.dataset.actor)}`;
      return to;
    };

    const light = (thing) => {
      const near = new Set();
      for (const line of lines) {
        const lit = !thing || touches(thing, line);
        line.classList.toggle("faint", !lit);
        if (thing && lit) [line.dataset.a, line.dataset.b, ...departmentsOf(line)].forEach((end) => near.add(end));
      }
      for (const of of ofPairs) of.classList.toggle("faint", Boolean(thing) && !runs(thing, of));
      const related = (other) => {
        if (!thing || other === thing) return true;
        if (thing.classList.contains("cell")) {
          const ends = [thing.dataset.a, thing.dataset.b];
          return other.classList.contains("cell")
            ? ends.includes(other.dataset.a) || ends.includes(other.dataset.b)
            : ends.includes(other.dataset.department);
        }
        if (other.classList.contains("count")) return runs(thing, other);
        if (!lines.length) return other.dataset.department === thing.dataset.department;
        if (other.dataset.actor) {
          return near.has(other.dataset.actor) ||
            ((banded || thing.classList.contains("department")) && other.dataset.department === thing.dataset.department);
        }
        return near.has(other.dataset.department) || other.dataset.department === thing.dataset.department;
      };
      for (const other of things) other.classList.toggle("faint", !related(other));
      told.textContent = thing ? describe(thing) : hint;
      if (page(thing)) told.append(" ", link(thing));
      told.parentElement.classList.toggle("telling", Boolean(thing));
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
      if (thing && thing === held && page(thing)) return location.assign(page(thing));
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
      bring(things[at]);
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
        Enter: () => { if (held && held === things[at] && page(held)) return location.assign(page(held)); held = held ? null : things[at] || null; light(held || things[at] || null); },
        Escape: () => { held = null; if (things[at]) things[at].classList.remove("here"); at = -1; light(null); },
        "+": () => zoom(0.8, ...middle(things[at])),
        "-": () => zoom(1.25, ...middle(things[at])),
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
    // Where on the picture that is seen a thing stands: its edges, in parts of width and height.
    const stands = (thing) => {
      const [box, all] = [thing, svg].map((one) => one.getBoundingClientRect());
      const across = [box.left, box.right].map((x) => (x - all.left) / all.width);
      return [across, [box.top, box.bottom].map((y) => (y - all.top) / all.height)];
    };
    const middle = (thing) => (thing ? stands(thing).map(([from, to]) => (from + to) / 2) : []);
    // Moves the part that is seen until a thing lies in it, with some room around it.
    const bring = (thing) => {
      stands(thing).forEach(([from, to], axis) => {
        const size = seen[2 + axis];
        if (to - from > 0.9) seen[axis] += size * ((from + to) / 2 - 0.5);
        else if (from < 0.05) seen[axis] += size * (from - 0.05);
        else if (to > 0.95) seen[axis] += size * (to - 0.95);
      });
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
let asked = 0;
async function swap(address) {
  asked += 1;
  const mine = asked;
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked) return;
  const fresh = next.querySelector("[data-map-page]");
  if (!fresh) {
    window.location.assign(address);
    return;
  }
  const stops = () => Array.from(page.querySelectorAll("a[data-swap], form.choices button"));
  const focused = stops().find((stop) => stop === document.activeElement);
  for (const script of fresh.querySelectorAll("script")) script.remove();
  page.replaceChildren(...fresh.childNodes);
  document.title = next.title;
  // The other language is that of the page that stands here now.
  document.querySelector("nav.language").replaceChildren(...next.querySelector("nav.language").childNodes);
  begin();
  const again = focused && stops().find((stop) => stop.textContent === focused.textContent);
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
