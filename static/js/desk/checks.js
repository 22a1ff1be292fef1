/* Asks the server what it thinks of the meeting as typed, a moment after each change, and shows it at the top of the
   form and at the fields. Fills what the tenure of that day says for certain into fields that are empty. */
"use strict";
(() => {
  const $ = django.jQuery;
  const PAUSE = 350;
  let box, form, timer, asked;

  /* Where somebody chose another official, what was filled for the first one goes. */
  const unfill = (select) => {
    const row = select.closest(".inline-related");
    if (!row || !/-official$/.test(select.name)) return;
    row.querySelectorAll("[data-filled]").forEach((field) => {
      if (field.value === field.dataset.filled) {
        if (field.matches(".admin-autocomplete")) $(field).val(null).trigger("change.select2");
        else field.value = field.name.endsWith("-rank") ? "unknown" : "";
      }
      delete field.dataset.filled;
    });
  };

  const fill = (fills) => {
    for (const [name, value] of Object.entries(fills)) {
      const field = document.getElementById(`id_${name}`);
      if (!field || (field.value !== "" && field.value !== "unknown")) continue;
      deskFill(field, value);
      field.dataset.filled = field.value;
    }
  };

  const mark = () => {
    document.querySelectorAll(".check-mark").forEach((old) => old.remove());
    box.querySelectorAll("li[data-field]").forEach((item) => {
      const field = document.getElementById(item.dataset.field);
      const holder = field && field.closest(".flex-container");
      if (!holder) return;
      const note = document.createElement("p");
      note.className = "check-mark";
      note.textContent = item.querySelector(".sentence").textContent;
      holder.after(note);
    });
  };

  const show = (html) => {
    const lacking = box.querySelector(".checks-lacking");
    box.innerHTML = html;
    if (lacking) box.prepend(lacking);
    offer();
    mark();
  };

  const offer = () => box.querySelectorAll(".take-offer").forEach((button) => (button.hidden = false));

  const ask = async () => {
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(box.dataset.checkUrl, {
        method: "POST",
        body: new FormData(form),
        signal: asked.signal,
        credentials: "same-origin",
        redirect: "error",
      });
      if (!answer.ok) return;
      const { html, fills } = await answer.json();
      fill(fills);
      show(html);
      box.dataset.asked = String(Number(box.dataset.asked || 0) + 1);
    } catch {
      /* No connection, or overtaken by a newer question: what was said stays. */
    }
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };

  $(() => {
    box = document.getElementById("checks");
    form = box && box.closest("form");
    if (!form || !form.querySelector("[name=_save]")) return;
    offer();
    $(form).on("change", ":input", (event) => {
      const { name = "" } = event.target;
      if (name.startsWith("who-") || name === "note") return;
      unfill(event.target);
      soon();
    });
    document.addEventListener("formset:removed", soon);
  });
})();
