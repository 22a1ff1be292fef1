/* The panels above participants and discussions without leaving the page: their buttons ask the server, rows are
   added below. */
"use strict";
(() => {
  const addRow = (prefix, values) => {
    const number = document.getElementById(`id_${prefix}-TOTAL_FORMS`).value;
    const field = (name) => document.getElementById(`id_${prefix}-${number}-${name}`);
    window.deskQuiet = true;
    document.querySelector(`#${prefix}-group .add-row a`).click();
    window.deskQuiet = false;
    for (const [name, value] of Object.entries(values)) {
      if (value) deskFill(field(name), value);
    }
    /* With another official, what came with this one goes. */
    for (const name of ["country", "post", "rank"]) {
      if (field(name)) field(name).dataset.filled = field(name).value;
    }
  };

  /* Where to go on: what is wrong or to be completed, else what is to be ticked, else what was said. */
  const settle = (found) => {
    const wrong = found.querySelector(".who-field:has(.errorlist) input");
    const wanted = [".who-name", ".who-country", ".who-post", ".who-start"].map((css) => `.who-new[open] ${css} input`);
    const empty = [...found.querySelectorAll(wanted.join(", "))].find((field) => !field.value);
    (wrong || empty || found.querySelector("[name=who-take]") || found.querySelector(".who-said")).focus();
  };

  const step = async (panel, button) => {
    const found = document.getElementById(panel.dataset.found);
    const data = new FormData(panel.closest("form"));
    data.set("_who", button.value);
    button.disabled = true;
    try {
      const answer = await fetch(document.getElementById("checks").dataset.whoUrl, {
        method: "POST",
        body: data,
        credentials: "same-origin",
        redirect: "error",
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { prefix, rows, html } = await answer.json();
      rows.forEach((row) => addRow(prefix, row));
      found.innerHTML = html;
      const list = button.closest(".who-list");
      if (list) list.querySelector("textarea").value = "";
    } catch {
      found.querySelector(".who-said").textContent = "No answer from the server. Nothing was changed; press again.";
    } finally {
      button.disabled = false;
    }
    settle(found);
  };

  /* In a panel, Enter presses the button that belongs to the field; in a list it needs Ctrl. */
  const pressed = (event) => {
    const { target } = event;
    const passive = "button, summary, .select2-selection, .select2-search__field";
    if (event.key !== "Enter" || target.matches(passive)) return null;
    if (target.matches("textarea") && !event.ctrlKey && !event.metaKey) return null;
    const within = target.closest(".who-tool, .who-offered, .who-new");
    return within && within.querySelector("button[name=_who]");
  };

  django.jQuery(() => document.querySelectorAll(".who").forEach((panel) => {
    const go = (event, button) => {
      if (!button) return;
      event.preventDefault();
      step(panel, button);
    };
    panel.addEventListener("click", (event) => go(event, event.target.closest("button[name=_who]")));
    panel.addEventListener("keydown", (event) => go(event, pressed(event)));
  }));
})();
