// Who works with whom: keys, what is left, and a search. The form works without this file.
"use strict";

const cards = Array.from(document.querySelectorAll("[data-card]"));
const left = document.querySelector("[data-left]");
const isAnswered = (card) => card.querySelector("input[type=radio]:checked") !== null;

const count = () => {
  if (!left) return;
  const open = cards.filter((card) => !isAnswered(card)).length;
  left.textContent = open > 0 ? left.dataset.left.replace("N", String(open)) : left.dataset.none;
};

// From an answered card to the next that is not, else to the button.
const goOn = (card) => {
  const after = cards.slice(cards.indexOf(card) + 1);
  const next = after.find((one) => !isAnswered(one)) ?? cards.find((one) => !isAnswered(one));
  const target = next ? next.querySelector("input[type=radio]") : document.querySelector("[data-save]");
  target.focus();
  target.scrollIntoView({ block: next ? "center" : "nearest" });
};

document.addEventListener("change", count);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[0-5]$/.test(event.key)) return;
  const inField = event.target.matches("input[type=text], input[type=search], textarea, select");
  const card = event.target.closest("[data-card]") ?? cards.find((one) => !isAnswered(one));
  if (inField || !card) return;
  event.preventDefault();
  card.querySelector(`input[type=radio][value="${event.key}"]`).checked = true;
  count();
  goOn(card);
});
if (cards.length > 0) {
  const first = cards.find((card) => !isAnswered(card)) ?? cards[0];
  first.querySelector("input[type=radio]").focus();
}
count();

const search = document.querySelector("[data-search]");
if (search) {
  search.addEventListener("input", () => {
    const sought = search.value.trim().toLowerCase();
    for (const group of document.querySelectorAll("[data-office]")) {
      const names = Array.from(group.querySelectorAll("li"));
      for (const name of names) name.hidden = !name.textContent.toLowerCase().includes(sought);
      group.hidden = names.every((name) => name.hidden);
    }
  });
  // Enter searches; the form is sent by its button.
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
