// The page on the wall: fetches its live part when the service says that something was entered, and marks what is new.
(() => {
  const page = document.querySelector("[data-workshop]");
  if (!page) return;
  const SOON = 5000;
  const EACH = 3000;
  const MARKED = 10000;
  let polling = null;
  let busy = false;
  let again = false;

  // The field is in sight at the foot of the window: the page must not be scrolled to it.
  page.querySelector("[data-line]").focus({ preventScroll: true });

  const live = () => page.querySelector("#live");
  const stands = () => live().dataset.stands;
  const key = (element) => JSON.stringify(element.dataset) + (element.getAttribute("class") || "");
  const parts = (root) => [...root.querySelectorAll(".picture [data-a], .picture [data-from], .picture .tie, .latest li")];
  const named = (element) => element.matches("li") ? element.querySelector("span").textContent + element.querySelector("time").dateTime : key(element) + element.textContent;

  const renew = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      if (answer.redirected || !answer.ok) return;
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#live");
      if (!next || next.dataset.stands === stands()) return;
      const known = new Set(parts(live()).map(named));
      live().replaceWith(next);
      const fresh = parts(next).filter((element) => !known.has(named(element)));
      fresh.forEach((element) => element.classList.add("fresh"));
      setTimeout(() => fresh.forEach((element) => element.classList.remove("fresh")), MARKED);
    } catch {
      // The service may be away for a moment; the next time comes.
    } finally {
      busy = false;
      if (again) { again = false; renew(); }
    }
  };

  const poll = () => { polling ??= setInterval(renew, EACH); };
  const calm = () => { clearInterval(polling); polling = null; };

  if (!window.EventSource) { poll(); return; }
  const events = new EventSource(page.dataset.events);
  let silent = setTimeout(poll, SOON);
  events.addEventListener("stands", (event) => {
    clearTimeout(silent);
    calm();
    if (event.data !== stands()) renew();
  });
  events.addEventListener("error", () => {
    clearTimeout(silent);
    silent = setTimeout(poll, SOON);
  });
})();
