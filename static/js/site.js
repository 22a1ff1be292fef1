// The slash key leads to the search field, as long as nothing is being typed. Everything works without this file.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const field = document.getElementById("site-search");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
