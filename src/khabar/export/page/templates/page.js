"use strict";
// What the page does beyond HTML and CSS: cards on hover and focus, keys, the speaker filter, exact copies of the source.
// Without this script the words lead to their entries and the entries to their words, and the filters of layers work.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const text = $("#text"), card = $("#card"), shown = $("#shown"), help = $("#help"), digest = $("#digest");
const keysOf = (value) => (value || "").split(" ").filter(Boolean);
const source = (key) => document.getElementById("k-" + key);

const isNarrow = matchMedia("(max-width: 62rem)");

let opener = null; // the words whose card is shown
let pinned = false;
let quiet = false; // while the focus goes back to words whose card was closed
let timer = 0;

// ------------------------------------------------------------------ which items stand where

/** The items that words belong to: those read from them, else those they are part of, else the speech they stand in. */
function itemsAt(element) {
  const piece = element.closest("[data-i]");
  const own = piece ? [...keysOf(piece.dataset.i), ...keysOf(piece.dataset.p)] : [];
  const found = own.filter((key) => source(key) && source(key).dataset.layer !== "actors");
  const around = element.closest("[data-in]");
  const speech = around ? keysOf(around.dataset.in).reverse() : [];
  return [...new Set(found.length ? [...found, ...speech.slice(0, 1)] : speech)].filter(passes);
}

/** All words and all entries of the panel that belong to an item. */
function traces(key) {
  const name = CSS.escape(key);
  return $$(`[data-i~="${name}"], [data-p~="${name}"], [data-in~="${name}"], [data-d~="${name}"]`);
}

function light(keys) {
  $$(".lit").forEach((element) => element.classList.remove("lit"));
  keys.forEach((key) => traces(key).forEach((element) => element.classList.add("lit")));
}

// ------------------------------------------------------------------ the card

function copyOf(element) {
  const copy = element.cloneNode(true);
  copy.removeAttribute("id");
  $$("[id]", copy).forEach((part) => part.removeAttribute("id"));
  return copy;
}

function open(element, keys) {
  clearTimeout(timer);
  opener = element;
  shown.replaceChildren();
  for (const key of keys) {
    shown.append(copyOf(source(key)));
    const rule = document.getElementById("r-" + source(key).dataset.rule);
    if (rule) shown.lastElementChild.append(copyOf(rule));
  }
  light(keys.slice(0, 1));
  card.hidden = false;
  card.scrollTop = 0;
  place(element);
  const under = element.getBoundingClientRect().bottom - card.getBoundingClientRect().top;
  if (isNarrow.matches && under > 0) scrollBy(0, under + 24); // the card lies at the foot of the window: not on its words
}

/** Put the card under or above the first line of its words, where there is room for it, and never on them. */
function place(element) {
  const at = element.getClientRects()[0] || element.getBoundingClientRect();
  const below = innerHeight - at.bottom - 16, above = at.top - 16;
  const isBelow = below >= Math.min(320, above) || below >= above;
  card.style.maxHeight = isNarrow.matches ? "" : Math.max(160, Math.min(560, isBelow ? below : above)) + "px";
  const { offsetWidth: width, offsetHeight: height } = card;
  const wanted = getComputedStyle(element).direction === "rtl" ? at.right - width : at.left;
  card.style.left = Math.max(8, Math.min(wanted, document.documentElement.clientWidth - width - 8)) + "px";
  card.style.top = (isBelow ? at.bottom + 8 : at.top - height - 8) + "px";
}

function close() {
  clearTimeout(timer);
  card.hidden = true;
  pinned = false;
  light([]);
}

/** Close the card and go back to the words it came from. */
function goBack() {
  const from = opener;
  close();
  quiet = true;
  if (from) (from.closest("a") || from).focus({ preventScroll: true });
  quiet = false;
}

function pin(element) {
  open(element, itemsAt(element));
  pinned = true;
  card.focus({ preventScroll: true });
}

const soon = (wait, act) => { clearTimeout(timer); timer = setTimeout(act, wait); };

text.addEventListener("mouseover", (event) => {
  if (pinned) return;
  const keys = itemsAt(event.target);
  if (keys.length) soon(300, () => open(event.target, keys));
  else if (!card.hidden) soon(250, close);
});
text.addEventListener("mouseleave", () => { if (!pinned) soon(250, close); });
card.addEventListener("mouseenter", () => clearTimeout(timer));
card.addEventListener("mouseleave", () => { if (!pinned) soon(250, close); });
text.addEventListener("focusin", (event) => {
  if (quiet || !event.target.matches("a")) return;
  pinned = false;
  open(event.target, itemsAt(event.target));
});
text.addEventListener("focusout", (event) => {
  if (!pinned && !card.contains(event.relatedTarget)) soon(50, close);
});
text.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  if (event.detail === 0 || getSelection().isCollapsed) pin(link); // 0: a key; else words that were being selected
});
document.addEventListener("click", (event) => {
  if (pinned && !card.contains(event.target) && !text.contains(event.target)) close();
});
$("#shut").addEventListener("click", goBack);
addEventListener("scroll", () => { if (opener && !card.hidden) place(opener); }, { passive: true });

// ------------------------------------------------------------------ to the words and back

/** Links to words and to entries put the focus there, so that the card opens and the keyboard goes on from there. */
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#w-"], a[href^="#d-"]');
  const there = link && !text.contains(link) && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!there) return;
  event.preventDefault();
  close();
  there.closest("details")?.setAttribute("open", "");
  there.scrollIntoView({ block: "center" });
  ($("a", there) || there).focus({ preventScroll: true });
  light([there.id.slice(2)]);
});

/** Entries of the panel light their words while the pointer or the focus is on them. */
for (const kind of ["mouseover", "focusin"]) {
  digest.addEventListener(kind, (event) => {
    const entry = event.target.closest("[data-d]");
    if (entry && card.hidden) light(keysOf(entry.dataset.d));
  });
}
digest.addEventListener("mouseleave", () => { if (card.hidden) light([]); });

// ------------------------------------------------------------------ filters

const speakers = $("#speaker");
const layers = $$("[data-shows]");

/** Whether an item passes both filters. */
function passes(key) {
  const item = source(key);
  if (!item) return false;
  const box = layers.find((each) => keysOf(each.dataset.shows).includes(item.dataset.layer));
  return (!box || box.checked) && (!speakers || speakers.value === "*" || item.dataset.speaker === speakers.value);
}

function filter() {
  const everyone = !speakers || speakers.value === "*";
  for (const element of $$("[data-i], [data-in]", text)) {
    const keys = keysOf(element.dataset.in || element.dataset.i);
    const parts = keysOf(element.dataset.p);
    element.classList.toggle("off", !everyone && ![...keys, ...parts].some(passes));
    if (element.matches("a")) element.tabIndex = keys.some(passes) ? 0 : -1;
  }
  for (const entry of $$("[data-d]", digest)) {
    entry.hidden = !everyone && !keysOf(entry.dataset.d).some(passes);
  }
}
layers.forEach((box) => box.addEventListener("change", filter));
if (speakers) speakers.addEventListener("change", filter);

// ------------------------------------------------------------------ keys

function step(by) {
  const stops = $$("a[data-i]", text).filter((stop) => stop.tabIndex === 0);
  if (!stops.length) return;
  const from = opener && text.contains(opener) ? opener.closest("a") : document.activeElement;
  const at = stops.indexOf(from);
  const next = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  place(next);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
  // by the place of the key, so that an Arabic keyboard, where it says another letter, serves as well
  if (event.code === "KeyJ") step(1);
  else if (event.code === "KeyK") step(-1);
  else if (event.key === "?" || event.key === "\u061f") help.showModal();
  else if (event.key === "Escape" && !card.hidden) goBack();
  else return;
  event.preventDefault();
});
for (const button of $$(".help")) button.addEventListener("click", () => help.showModal());

// ------------------------------------------------------------------ copying

/** What is copied from the text is the source as it is: its own line ends and nothing from the page. */
text.addEventListener("copy", (event) => {
  const chosen = getSelection();
  if (chosen.rangeCount !== 1) return;
  const range = chosen.getRangeAt(0);
  let copied = "";
  for (const line of $$(".par", text)) {
    if (!range.intersectsNode(line)) continue;
    const part = document.createRange();
    part.selectNodeContents(line);
    const isFirst = line.contains(range.startContainer);
    if (isFirst) part.setStart(range.startContainer, range.startOffset);
    if (line.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    copied += (copied && !isFirst ? line.dataset.before : "") + part.toString();
  }
  event.clipboardData.setData("text/plain", copied);
  event.preventDefault();
});
