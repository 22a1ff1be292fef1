/* The keyboard: Ctrl and S save, Ctrl and Enter open another row of the section where one writes, and a row that was
   opened is where one goes on. */
"use strict";
(() => {
  const $ = django.jQuery;

  /* The place in a field where typing begins: the box beside a hidden selection, or the field itself. */
  window.deskFocus = (field) => {
    const box = field.matches(".admin-autocomplete") && field.nextElementSibling;
    const target = box && (box.querySelector("input, textarea") || box.querySelector("[role=combobox]"));
    (target || field).focus();
  };

  document.addEventListener("formset:added", (event) => {
    if (window.deskQuiet) return;
    const first = event.target.querySelector("select, input:not([type=hidden]), textarea");
    if (first) setTimeout(() => window.deskFocus(first), 0);
  });

  /* Heard before the boxes hear it: they take Enter for themselves. */
  const onKey = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key === "s") {
      const save = document.querySelector("form [name=_continue]") || document.querySelector("form [name=_save]");
      if (!save) return;
      event.preventDefault();
      save.click();
    }
    const within = event.key === "Enter" && event.target.closest(".inline-group, .who");
    const group = within && within.matches(".inline-group") && within;
    const add = group && group.querySelector(".add-row a");
    if (!add || event.target.matches("a, button, summary")) return;
    event.preventDefault();
    event.stopPropagation();
    const box = event.target.closest(".select2");
    if (box) $(box.previousElementSibling).select2("close");
    add.click();
  };
  document.addEventListener("keydown", onKey, true);
})();
