// Opens YASGUI on the endpoint of this site, with the project's questions as tabs.
"use strict";

// What YASGUI leaves out for those who do not see the page: names of its fields, tabs that control what is there.
const named = (place) => {
  const name = (selector, text) => place.querySelectorAll(selector).forEach((field) => field.setAttribute("aria-label", text));
  name("input.autocomplete", "SPARQL endpoint");
  name(".CodeMirror textarea", "SPARQL query");
  name(".tabsList input", "Name of the tab");
  place.querySelectorAll(".tabsList button").forEach((button) => button.setAttribute("role", "tab"));
  place.querySelectorAll("[aria-controls]").forEach((tab) => {
    if (!document.getElementById(tab.getAttribute("aria-controls"))) tab.removeAttribute("aria-controls");
  });
};

addEventListener("DOMContentLoaded", async () => {
  const place = document.getElementById("yasgui");
  const endpoint = new URL("/sparql", location.href).href;
  const ready = await (await fetch("/editor/questions.json")).json();
  const yasgui = new (window.Yasgui.default || window.Yasgui)(place, {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: false,
    persistenceId: "sayso " + endpoint,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    yasqe: { value: "SELECT * WHERE { ?statement a <https://w3id.org/sayso/ns#Statement> ; ?predicate ?object } LIMIT 20" },
  });
  new MutationObserver(() => named(place)).observe(place, { childList: true, subtree: true });
  named(place);
  const open = (name, query, chosen) => {
    yasgui.addTab(chosen, { name, yasqe: { value: query } });
  };
  const names = () => Object.values(yasgui._tabs || {}).map((tab) => tab.getName());
  const seen = names();
  for (const question of ready)
    if (question.open && !seen.includes(question.name)) open(question.name, question.query, false);
  document.getElementById("ready").addEventListener("submit", (event) => {
    event.preventDefault();
    const question = ready.find((q) => q.name === document.getElementById("question").value);
    open(question.name, question.query, true);
  });
  if (place.dataset.query) open("shared query", place.dataset.query, true);
});
