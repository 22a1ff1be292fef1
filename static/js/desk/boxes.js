/* The boxes in which records are found by typing: a letter on a closed box opens it and is the first of the search.
   And buttons that take over what is offered; links of the checks that lead to a box. */
"use strict";
(() => {
  const $ = django.jQuery;

  /* Puts a value into a field of any kind and tells everybody; a record is [key, name]. */
  window.deskFill = (field, value) => {
    if (!field) return;
    if (Array.isArray(value)) {
      const [key, name] = value;
      const known = [...field.options].some((option) => option.value === String(key));
      if (!known) field.add(new Option(name, key, true, true));
      field.value = String(key);
    } else {
      field.value = value;
    }
    $(field).trigger("change");
  };

  /* A box has the name of the field that it stands for; of itself it has none. */
  const nameBoxes = (root) => {
    root.querySelectorAll("select.admin-autocomplete").forEach((select) => {
      const box = select.nextElementSibling;
      const label = select.labels && select.labels[0];
      if (!box || !box.matches(".select2") || !label) return;
      const name = label.textContent.trim().replace(/:$/, "");
      box.querySelectorAll("[role=combobox], [role=textbox], input").forEach((part) => part.setAttribute("aria-label", name));
    });
  };
  $(() => setTimeout(() => nameBoxes(document), 0));
  document.addEventListener("formset:added", (event) => setTimeout(() => nameBoxes(event.target), 0));

  $(document).on("keydown", ".select2-selection--single", (event) => {
    if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return;
    const select = event.currentTarget.closest(".select2").previousElementSibling;
    if (select && select.matches(".admin-autocomplete")) $(select).select2("open");
  });

  $(document).on("select2:open", () => {
    const search = document.querySelector(".select2-container--open .select2-dropdown .select2-search__field");
    if (search) search.focus();
  });

  /* What is made beside this form comes from the same sources. */
  const passSources = (event) => {
    const link = event.target.closest(".add-related");
    const sources = document.getElementById("id_sources");
    if (!link || !sources || !sources.value) return;
    const url = new URL(link.href);
    url.searchParams.set("sources", [...sources.selectedOptions].map((option) => option.value).join(","));
    link.href = url.href;
  };
  document.addEventListener("click", passSources, true);

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".checks a[href^='#']");
    if (link) {
      const field = document.getElementById(link.hash.slice(1));
      if (!field) return;
      for (let outer = field.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
      event.preventDefault();
      (field.nextElementSibling || field).scrollIntoView({ block: "center" });
      deskFocus(field);
    }
    const button = event.target.closest(".take-offer");
    if (button) {
      for (const [name, value] of Object.entries(JSON.parse(button.dataset.values))) {
        deskFill(document.getElementById(`id_${name}`), value);
      }
    }
  });
})();
