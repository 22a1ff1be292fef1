/* Keeps what is typed into a form of the desk in this browser until it is saved, and offers it back.

   It lies in IndexedDB under "<person>/<kind>/<record>/<token of the form>", enciphered with a key that the server puts
   only into pages of that person: it outlives a login, a crash and a lost connection, and tells other accounts nothing.
   Nothing is put back by itself: the server shows the form filled in, beside what is stored now when that differs. */
(function () {
  "use strict";

  const SAVED = "desk_saved", DESK = "/admin/", DAYS = 30;
  const PAUSE = 100, LOOK_AGAIN = 2000;

  if (!window.indexedDB || !window.crypto || !crypto.subtle) return;

  // The store

  const answered = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  const opened = (function () {
    const request = indexedDB.open("communique", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("unsaved");
    return answered(request);
  })();
  opened.catch(() => {});

  async function store(mode) {
    return (await opened).transaction("unsaved", mode).objectStore("unsaved");
  }
  const put = async (key, value) => answered((await store("readwrite")).put(value, key));
  const remove = async (key) => answered((await store("readwrite")).delete(key));
  const get = async (key) => answered((await store("readonly")).get(key));
  const keys = async () => answered((await store("readonly")).getAllKeys());

  // The cipher

  let secret = null;
  const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const useKey = (text) => crypto.subtle.importKey("raw", bytes(text), "AES-GCM", false, ["encrypt", "decrypt"]);

  async function hide(value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(value));
    return {at: Date.now(), iv, text: await crypto.subtle.encrypt({name: "AES-GCM", iv}, await secret, text)};
  }

  async function reveal(kept) {
    try {
      const text = await crypto.subtle.decrypt({name: "AES-GCM", iv: kept.iv}, await secret, kept.text);
      return {at: kept.at, ...JSON.parse(new TextDecoder().decode(text))};
    } catch {
      return null;
    }
  }

  // What was saved, or lay too long, is forgotten

  async function forget() {
    const cookie = document.cookie.split("; ").find((one) => one.startsWith(SAVED + "="));
    const saved = cookie ? cookie.slice(SAVED.length + 1).split(".") : [];
    const oldest = Date.now() - DAYS * 24 * 3600 * 1000;
    for (const key of await keys()) {
      const kept = await get(key);
      if (saved.includes(key.split("/").pop()) || (kept && kept.at < oldest)) await remove(key);
    }
    if (cookie) document.cookie = `${SAVED}=; Max-Age=0; Path=${DESK}; SameSite=Lax`;
  }

  // Keeping

  function watch(form, token) {
    const own = `${token.dataset.keptFor}/${token.value}`;
    const isUnsaved = "unsaved" in token.dataset;
    let last = isUnsaved ? "" : JSON.stringify(held(form));
    const untouched = isUnsaved ? null : last;
    let timer = null, work = Promise.resolve();

    async function keep() {
      const fields = held(form), now = JSON.stringify(fields);
      if (now !== last) {
        if (now === untouched) await remove(own);
        else await put(own, await hide({fields, version: form.elements.seen_version.value}));
        last = now;
        form.dataset.kept = now === untouched ? "no" : "yes";
      }
      if (timer === null) delete form.dataset.keeping;
    }
    function keepNow() {
      clearTimeout(timer);
      timer = null;
      work = work.then(keep).catch(() => {});
    }
    function keepSoon() {
      form.dataset.keeping = "";
      if (timer === null) timer = setTimeout(keepNow, PAUSE);
    }

    form.addEventListener("input", keepSoon);
    form.addEventListener("change", keepSoon);
    form.addEventListener("submit", keepNow);
    document.addEventListener("formset:added", keepSoon);
    document.addEventListener("formset:removed", keepSoon);
    // Boxes that find records by typing tell only jQuery.
    if (window.django && window.django.jQuery) window.django.jQuery(form).on("change", keepSoon);
    document.addEventListener("visibilitychange", keepNow);
    window.addEventListener("pagehide", keepNow);
    setInterval(keepNow, LOOK_AGAIN);
    // Held while this page is open, so that no other tab offers what stands here.
    if (navigator.locks) navigator.locks.request(own, () => new Promise(() => {}));
    keepNow();
    return own;
  }

  function held(form) {
    return Array.from(new FormData(form)).filter(([name, value]) =>
      typeof value === "string" && name !== "csrfmiddlewaretoken" && !name.startsWith("_") && !name.includes("__prefix__"));
  }

  // Offering back

  async function offer(form, token, own) {
    const open = navigator.locks ? (await navigator.locks.query()).held.map((lock) => lock.name) : [];
    const found = [];
    for (const key of await keys()) {
      if (!key.startsWith(token.dataset.keptFor + "/") || key === own || open.includes(key)) continue;
      const work = await reveal(await get(key));
      if (work) found.push({key, ...work});
    }
    if (found.length) show(form, found.sort((one, other) => other.at - one.at));
  }

  function show(form, found) {
    const note = make("section", "", {id: "kept-work", class: "kept-note", "aria-label": "Unsaved work"});
    const list = note.appendChild(make("ul"));
    for (const work of found) {
      const item = list.appendChild(make("li"));
      const stale = work.version !== form.elements.seen_version.value;
      item.appendChild(make("span", `Unsaved work from ${time(work.at)}.` +
        (stale ? " Others saved this meanwhile: restoring shows both." : "")));
      item.appendChild(make("button", "Restore", {type: "button"})).addEventListener("click", () => restore(form, work));
      item.appendChild(make("button", "Discard", {type: "button"})).addEventListener("click", async () => {
        await remove(work.key);
        item.remove();
        if (!list.children.length) note.remove();
      });
    }
    form.parentNode.insertBefore(note, form);
  }

  function restore(form, work) {
    const sent = make("form", "", {method: "post", action: location.pathname + location.search, hidden: ""});
    const here = Array.from(new FormData(form)).filter(([name]) =>
      name === "csrfmiddlewaretoken" || name === "_popup" || name === "_to_field");
    for (const [name, value] of [...here, ["_put_back", "1"], ...work.fields]) {
      sent.appendChild(make("input", "", {type: "hidden", name, value}));
    }
    document.body.appendChild(sent).submit();
  }

  function make(tag, text, attributes) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    if (text) element.textContent = text;
    return element;
  }

  function time(at) {
    const then = new Date(at), clock = then.toLocaleTimeString("en-GB", {hour: "2-digit", minute: "2-digit"});
    if (then.toDateString() === new Date().toDateString()) return clock;
    return `${then.toLocaleDateString("en-GB", {day: "numeric", month: "long", year: "numeric"})}, ${clock}`;
  }

  async function begin() {
    await forget();
    const token = document.querySelector("input[name=form_token]");
    if (!token || !token.dataset.keptKey) return;
    secret = useKey(token.dataset.keptKey);
    const own = watch(token.form, token);
    await offer(token.form, token, own);
    token.form.dataset.watched = "";
  }

  // Other scripts of the page fill boxes when it has loaded; what they fill in was not typed.
  window.addEventListener("load", () => setTimeout(() => begin().catch(() => {}), 0));
})();
