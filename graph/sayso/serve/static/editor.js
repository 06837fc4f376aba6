// Opens YASGUI on the endpoint of this site, with the project's questions as tabs.
"use strict";
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
