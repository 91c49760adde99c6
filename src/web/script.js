// Comfort only: every page works without this file.
"use strict";

for (const element of document.querySelectorAll("[data-script]")) {
  element.hidden = false;
}
for (const element of document.querySelectorAll("[data-no-script]")) {
  element.hidden = true;
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

// On a narrow screen the pairs to start with are rows that a tap opens.
if (window.matchMedia("(max-width: 40rem)").matches) {
  for (const row of document.querySelectorAll(".pairs details")) row.open = false;
}

// Where a menu is a row that is pushed aside, the page that is shown is in sight.
for (const here of document.querySelectorAll("nav ul [aria-current]")) {
  const row = here.closest("ul");
  row.scrollLeft = here.offsetLeft - row.offsetLeft - 16;
}

// A form that takes its time says so, and is sent only once.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", (event) => {
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    form.setAttribute("aria-busy", "true");
    const status = form.querySelector("[role=status]");
    if (status) status.textContent = form.dataset.busy;
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) {
    form.removeAttribute("aria-busy");
    const status = form.querySelector("[role=status]");
    if (status) status.textContent = "";
  }
});

// What is chosen for a fault presses its button; without this the choice counts all the same.
for (const field of document.querySelectorAll("[data-chooses]")) {
  const button = document.getElementById(field.dataset.chooses);
  const choose = () => {
    if (field.value !== "") button.checked = true;
  };
  field.addEventListener("change", choose);
  field.addEventListener("input", choose);
  // Whoever goes back to another choice takes this one back.
  for (const other of document.getElementsByName(button.name)) {
    other.addEventListener("change", () => {
      if (!button.checked) field.value = "";
    });
  }
}

// A line names two functions: behind the mark between them the browser's own list completes the second one.
const BETWEEN = /^(.*(?:\s[-–—]\s|–|—|->|→|\t|\smit\s|\swith\s)\s*)(.{2,})$/u;
for (const field of document.querySelectorAll("[data-completes]")) {
  const names = Array.from(field.list.options, (option) => option.value);
  field.addEventListener("input", () => {
    const [, first, begun] = BETWEEN.exec(field.value) ?? [];
    const fits = (name) => name.toLowerCase().includes(begun.toLowerCase());
    const offered = begun ? names.filter(fits).slice(0, 20).map((name) => first + name) : names;
    field.list.replaceChildren(...offered.map((value) => new Option(value, value)));
  });
}

// Files can be dropped on the zone around their field.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const field = zone.querySelector("input[type=file]");
  const chosen = zone.querySelector("[data-chosen]");
  const show = () => {
    chosen.textContent = Array.from(field.files, (file) => file.name).join(", ");
  };
  field.addEventListener("change", show);
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.remove("over");
    });
  }
  zone.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length > 0) {
      field.files = event.dataTransfer.files;
      show();
    }
  });
}

// One office of the map can be lit up: by the list beside it, or by a tap on it. The map is there twice, for a wide
// screen with functions and ties, for a narrow one with offices and bands; both follow.
function lighting(svg) {
  const actors = Array.from(svg.querySelectorAll(".actor[data-actor]"));
  const officeOf = new Map(actors.map((actor) => [actor.dataset.actor, actor.dataset.department]));
  return (office) => {
    const near = new Set([office]);
    for (const tie of svg.querySelectorAll("[data-a]")) {
      // An end is a function, or an office itself.
      const ends = [tie.dataset.a, tie.dataset.b];
      const offices = ends.map((end) => officeOf.get(end) ?? end);
      const touches = offices.includes(office);
      if (touches) [...ends, ...offices].forEach((end) => near.add(end));
      tie.classList.toggle("faint", office !== "" && !touches);
    }
    for (const actor of actors) {
      const lit = actor.dataset.department === office || near.has(actor.dataset.actor);
      actor.classList.toggle("faint", office !== "" && !lit);
    }
    for (const room of svg.querySelectorAll(".department")) {
      room.classList.toggle("faint", office !== "" && !near.has(room.dataset.department));
    }
  };
}

for (const map of document.querySelectorAll("[data-map]")) {
  const choice = map.querySelector("select[data-light]");
  // A map that is shown as an image has nothing to light up.
  if (!choice) continue;
  const pictures = Array.from(map.querySelectorAll(".picture svg"));
  const lights = pictures.map(lighting);
  const light = (office) => {
    choice.value = office;
    for (const one of lights) one(office);
  };
  choice.addEventListener("change", () => light(choice.value));
  for (const svg of pictures) {
    svg.addEventListener("click", (event) => {
      const target = event.target.closest("[data-department]");
      const office = target ? target.dataset.department : "";
      light(office === choice.value ? "" : office);
    });
  }
}
