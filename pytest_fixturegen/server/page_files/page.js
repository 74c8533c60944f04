"use strict";

const SIZE = 25;
const state = {
  resource: "", keys: {}, columns: [], numbers: new Set(), filter: null, sort: "", page: 1, total: 0,
};
const find = (id) => document.getElementById(id);

function createElement(tag, text, set = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
  return element;
}

async function request(method, path, body) {
  const headers = { accept: "application/json" };
  const token = sessionStorage.getItem("token");
  if (token) headers.authorization = `Bearer ${token}`;
  const options = { method, headers };
  if (body !== undefined) {
    headers["content-type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  const response = await fetch(path, options);
  const text = await response.text();
  const data = text ? JSON.parse(text) : null;
  if (response.status === 401) find("access").hidden = false;
  if (!response.ok) throw new Error(`${data.error.message} ${data.error.hint}`.trim());
  return { data, total: Number(response.headers.get("x-total-count") || 0) };
}

function guard(work) {
  return async (event) => {
    if (event) event.preventDefault();
    find("message").textContent = find("done").textContent = "";
    try {
      find("done").textContent = (await work(event)) || "";
    } catch (error) {
      find("message").textContent = error.message;
    }
  };
}

async function showStats() {
  const { data } = await request("GET", "/admin/stats");
  const names = Object.keys(data.resources);
  const records = Object.values(data.resources).reduce((sum, count) => sum + count, 0);
  const { hits, misses } = data.cache;
  find("stats").textContent = [
    formatCount(records, "record"), formatCount(data.changes, "change"), formatCount(data.requests, "request"),
    ...(hits + misses ? [`${hits} of ${formatCount(hits + misses, "read")} from the cache`] : []),
    ...(data.adapter ? [`adapter ${data.adapter}`] : []),
  ].join(", ");
  replace("resources", names.map((name) => createResourceItem(name, data.resources[name])));
  state.keys = data.keys;
  state.records = data.records;
  return names;
}

function replace(id, items) {
  // Keyboard users stay where they are: the new button that does the same gets the focus.
  const focused = find(id).contains(document.activeElement) && document.activeElement;
  find(id).replaceChildren(...items);
  if (!focused) return;
  const buttons = [...find(id).querySelectorAll("button")];
  const same = buttons.find((button) => button.dataset.does === focused.dataset.does);
  (same || find("records")).focus();
}

function formatCount(count, word) {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}

function createResourceItem(name, count) {
  const item = createElement("li", "");
  const button = createElement("button", name, { type: "button", "data-does": name });
  if (name === state.resource) button.setAttribute("aria-current", "true");
  button.append(createElement("span", String(count), { title: formatCount(count, "record") }));
  button.addEventListener("click", guard(() => openResource(name)));
  item.append(button);
  return item;
}

async function openResource(name) {
  Object.assign(state, { resource: name, filter: null, sort: "", page: 1, columns: [] });
  find("value").value = "";
  await refresh();
}

function address() {
  const query = new URLSearchParams({ limit: SIZE, page: state.page });
  if (state.sort) query.set("sort", state.sort);
  if (state.filter) query.set(state.filter.name, state.filter.value);
  return `${state.records}/${encodeURIComponent(state.resource)}?${query}`;
}

async function refresh() {
  await showStats();
  if (state.resource) await showRows();
  await showSnapshots();
}

async function showChanged(change) {
  const before = { ...state };
  Object.assign(state, change);
  await showRows().catch((error) => {
    Object.assign(state, before);
    throw error;
  });
}

async function showRows() {
  const { data, total } = await request("GET", address());
  state.total = total;
  if (data.length) setColumns(Object.keys(data[0]));
  const isNumeric = (name) => data.some((record) => typeof record[name] === "number");
  state.numbers = new Set(state.columns.filter(isNumeric));
  find("title").textContent = `Records of ${state.resource}`;
  replace("head", state.columns.map(createHeading));
  find("rows").replaceChildren(...data.map(createRow));
  const last = Math.max(1, Math.ceil(total / SIZE));
  find("place").textContent = `Page ${state.page} of ${last}, ${formatCount(total, "record")}`;
  find("previous").disabled = state.page <= 1;
  find("next").disabled = state.page >= last;
}

function setColumns(names) {
  if (names.join() === state.columns.join()) return;
  state.columns = names;
  find("field").replaceChildren(...names.map((name) => createElement("option", name, { value: name })));
}

function createHeading(name) {
  const isDescending = state.sort === `-${name}`;
  const isAscending = state.sort === name;
  let order = "none";
  let arrow = "";
  if (isAscending) [order, arrow] = ["ascending", " ▲"];
  if (isDescending) [order, arrow] = ["descending", " ▼"];
  const cell = createElement("th", "", { scope: "col", "aria-sort": order });
  if (state.numbers.has(name)) cell.className = "number";
  const button = createElement("button", name + arrow, { type: "button", "data-does": name });
  const next = isAscending ? `-${name}` : name;
  button.addEventListener("click", guard(() => showChanged({ sort: next, page: 1 })));
  cell.append(button);
  return cell;
}

function createRow(record) {
  const line = createElement("tr", "");
  for (const name of state.columns) {
    const isKey = name === state.keys[state.resource];
    const text = formatValue(record[name]);
    const attributes = { title: text, class: getCellClass(name, record[name]) };
    const cell = createElement("td", isKey ? "" : text, attributes);
    if (isKey) cell.append(createKeyButton(text, record));
    line.append(cell);
  }
  return line;
}

function formatValue(value) {
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value)) return value.map(formatValue).join(", ") || "–";
  if (typeof value !== "object") return String(value);
  return Object.entries(value).map(([name, part]) => `${name}: ${formatValue(part)}`).join(", ");
}

function getCellClass(name, value) {
  const side = state.numbers.has(name) ? "number" : "";
  if (value === null || value === undefined) return `nothing ${side}`;
  return typeof value === "object" ? "several" : side;
}

function createKeyButton(text, record) {
  const label = `Show record ${text} of ${state.resource}`;
  const button = createElement("button", text, { type: "button", "aria-label": label });
  button.addEventListener("click", () => {
    find("which").textContent = `${state.resource} ${text}`;
    find("whole").textContent = JSON.stringify(record, null, 2);
    find("record").showModal();
  });
  return button;
}

async function showSnapshots() {
  const { data } = await request("GET", "/admin/snapshots").catch(() => ({ data: { snapshots: [] } }));
  replace("snapshots", data.snapshots.map(createSnapshotItem));
}

function createSnapshotItem({ name, description, created, counts }) {
  const item = createElement("li", "");
  const numbers = Object.entries(counts).map(([resource, count]) => `${count} ${resource}`);
  const facts = [description, created, numbers.join(", ")].filter(Boolean).join(" · ");
  item.append(createElement("span", name), createElement("small", facts));
  for (const [word, method, path, body, done] of [
    ["Restore", "POST", "/admin/snapshots/restore", { name }, `Restored the snapshot ${name}.`],
    ["Delete", "DELETE", `/admin/snapshots/${encodeURIComponent(name)}`, undefined, `Deleted the snapshot ${name}.`],
  ]) {
    const label = `${word} ${name}`;
    const button = createElement("button", word, { type: "button", "aria-label": label, "data-does": label });
    button.addEventListener("click", guard(async () => {
      await request(method, path, body);
      await refresh();
      return done;
    }));
    item.append(button);
  }
  return item;
}

function turnPages(step) {
  return guard(() => showChanged({ page: state.page + step }));
}

function bindAction(id, path, describe) {
  find(id).addEventListener("click", guard(async () => {
    const { data } = await request("POST", path);
    await refresh();
    return describe(data);
  }));
}

async function start() {
  const names = await showStats();
  if (names.length && !state.resource) state.resource = names[0];
  await refresh();
}

bindAction("reset", "/admin/reset", () => "Restored the initial data.");
bindAction("save", "/admin/save", (data) => (
  data.saved ? "Saved." : "Nothing to save: this adapter saves every change, or has no file."));
bindAction("load", "/admin/load", (data) => (
  data.loaded ? "Loaded." : "Nothing to load: this adapter has no file."));
find("previous").addEventListener("click", turnPages(-1));
find("next").addEventListener("click", turnPages(1));
find("filter").addEventListener("submit", guard(() => {
  const filter = { name: find("field").value + find("operator").value, value: find("value").value };
  return showChanged({ filter, page: 1 });
}));
find("clear").addEventListener("click", guard(() => openResource(state.resource)));
find("snapshot").addEventListener("submit", guard(async () => {
  const name = find("name").value;
  await request("POST", "/admin/snapshots", { name });
  find("name").value = "";
  await refresh();
  return `Saved the snapshot ${name}.`;
}));
find("access").addEventListener("submit", guard(async () => {
  sessionStorage.setItem("token", find("token").value);
  find("access").hidden = true;
  await start();
}));
guard(start)();
