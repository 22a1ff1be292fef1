/* Beside the boxes of a quote, a figure or a promise stand the people and countries that take part: one press adds
   one. By keyboard, typing the first letters in the box is as short, so that they are no stops of the Tab key. */
"use strict";
(() => {
  const $ = django.jQuery;
  const OFFERED = {
    official: ["speakers", "claimed_by", "by_officials", "to_officials"],
    country: ["countries", "by_countries", "to_countries"],
  };

  /* The records of one kind in the rows of the participants: {key: name}. */
  const present = (kind) => {
    const found = new Map();
    document.querySelectorAll(`#participations-group select[name$="-${kind}"]`).forEach((select) => {
      const chosen = select.selectedOptions[0];
      if (chosen && chosen.value) found.set(chosen.value, chosen.textContent.replace(/ \(.*\)$/, ""));
    });
    return found;
  };

  const buttonFor = (select, key, name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nearby-pick";
    button.tabIndex = -1;
    button.textContent = name;
    button.addEventListener("click", () => {
      if (![...select.options].some((option) => option.value === key)) select.add(new Option(name, key, true, true));
      [...select.options].find((option) => option.value === key).selected = true;
      $(select).trigger("change");
    });
    return button;
  };

  const offer = (select, kind) => {
    const box = select.closest(".related-widget-wrapper") || select.parentElement;
    let place = box.querySelector(".nearby");
    if (!place) {
      place = document.createElement("div");
      place.className = "nearby";
      box.append(place);
    }
    const chosen = new Set([...select.selectedOptions].map((option) => option.value));
    const open = [...present(kind)].filter(([key]) => !chosen.has(key));
    place.replaceChildren(...open.map(([key, name]) => buttonFor(select, key, name)));
  };

  const offerAll = () => {
    for (const [kind, names] of Object.entries(OFFERED)) {
      const boxes = names.map((name) => `.inline-related:not(.empty-form) select[name$="-${name}"]`);
      document.querySelectorAll(boxes.join(", ")).forEach((select) => offer(select, kind));
    }
  };

  $(() => {
    offerAll();
    $(document).on("change", ".desk-parts .admin-autocomplete", offerAll);
    document.addEventListener("formset:added", () => setTimeout(offerAll, 0));
  });
})();
