// The filter panel in place: a change shows its list at once, in the same page. Everything works without this file.

// An address carries no filter that is not in use.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const name of new Set(detail.formData.keys())) {
    const kept = detail.formData.getAll(name).filter((value) => value !== "");
    detail.formData.delete(name);
    kept.forEach((value) => detail.formData.append(name, value));
  }
});

// What was opened or closed stays so when the list comes anew.
let parts = [];
document.addEventListener("htmx:beforeSwap", () => {
  parts = [...document.querySelectorAll("#listing details[id]")].map(({ id, open }) => [id, open]);
});
document.addEventListener("htmx:afterSwap", () => {
  parts.forEach(([id, open]) => document.getElementById(id)?.toggleAttribute("open", open));
  showFields(document);
  const count = document.getElementById("list-count");
  document.getElementById("list-told").textContent = count ? count.textContent : "";
});

// Where the answer is no list, the browser shows it as it would have without scripts.
const leave = ({ detail }) => window.location.assign(detail.pathInfo.finalRequestPath);
document.addEventListener("htmx:responseError", leave);
document.addEventListener("htmx:sendError", leave);

// Typing narrows the values of a long filter: each word begins a word of what is left.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const showFields = (within) => within.querySelectorAll(".find[hidden]").forEach((field) => (field.hidden = false));
document.addEventListener("input", ({ target }) => {
  if (!target.matches(".find")) return;
  const asked = fold(target.value).split(/\s+/).filter(Boolean);
  for (const label of target.parentElement.querySelectorAll(".rest label")) {
    const words = fold(label.textContent).split(/[^\p{L}\p{N}]+/u);
    label.hidden = !asked.every((begun) => words.some((word) => word.startsWith(begun)));
  }
});
// What is typed there is no filter, so neither a change nor the enter key asks for a list.
document.addEventListener("change", (event) => event.target.matches(".find") && event.stopPropagation(), true);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".find")) event.preventDefault();
});
showFields(document);
