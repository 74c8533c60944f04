"use strict";

const SIZE = 25;
const state = { resource: "", keys: {}, columns: [], numbers: new Set(), filter: null, sort: "", page: 1, total: 0 };
const at = (id) => document.getElementById(id);

function made(tag, text, set = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
  return element;
}

async function ask(method, path, body) {
  const headers = { accept: "application/json" };
  const token = sessionStorage.getItem("token");
  if (token) headers.authorization = `Bearer ${token}`;
  const options = { method, headers };
  if (body !== undefined) options.body = JSON.stringify(body);
  const answer = await fetch(path, options);
  const text = await answer.text();
  const said = text ? JSON.parse(text) : null;
  if (answer.status === 401) at("access").hidden = false;
  if (!answer.ok) throw new Error(`${said.error.message} ${said.error.hint}`.trim());
  return { said, total: Number(answer.headers.get("x-total-count") || 0) };
}

function trying(work) {
  return async (event) => {
    if (event) event.preventDefault();
    at("message").textContent = at("done").textContent = "";
    try {
      at("done").textContent = (await work(event)) || "";
    } catch (error) {
      at("message").textContent = error.message;
    }
  };
}

async function showStats() {
  const { said } = await ask("GET", "/admin/stats");
  const names = Object.keys(said.resources);
  const records = Object.values(said.resources).reduce((sum, count) => sum + count, 0);
  const { hits, misses } = said.cache;
  at("stats").textContent = [
    counted(records, "record"), counted(said.changes, "change"), counted(said.requests, "request"),
    ...(hits + misses ? [`${hits} of ${counted(hits + misses, "read")} from the cache`] : []),
    ...(said.adapter ? [`adapter ${said.adapter}`] : []),
  ].join(", ");
  replace("resources", names.map((name) => resourceItem(name, said.resources[name])));
  state.keys = said.keys;
  return names;
}

function replace(id, items) {
  const held = at(id).contains(document.activeElement) && document.activeElement;
  at(id).replaceChildren(...items);
  if (!held) return;
  const same = [...at(id).querySelectorAll("button")].find((button) => button.dataset.does === held.dataset.does);
  (same || at("records")).focus();
}

function counted(count, word) {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}

function resourceItem(name, count) {
  const item = made("li", "");
  const button = made("button", name, { type: "button", "data-does": name });
  if (name === state.resource) button.setAttribute("aria-current", "true");
  button.append(made("span", String(count), { title: counted(count, "record") }));
  button.addEventListener("click", trying(() => open(name)));
  item.append(button);
  return item;
}

async function open(name) {
  Object.assign(state, { resource: name, filter: null, sort: "", page: 1, columns: [] });
  at("value").value = "";
  await refresh();
}

function address() {
  const query = new URLSearchParams({ limit: SIZE, page: state.page });
  if (state.sort) query.set("sort", state.sort);
  if (state.filter) query.set(state.filter.name, state.filter.value);
  return `/${encodeURIComponent(state.resource)}?${query}`;
}

async function refresh() {
  await showStats();
  if (state.resource) await showRows();
  await showSnapshots();
}

async function showOthers(change) {
  const before = { ...state };
  Object.assign(state, change);
  await showRows().catch((error) => {
    Object.assign(state, before);
    throw error;
  });
}

async function showRows() {
  const { said, total } = await ask("GET", address());
  state.total = total;
  if (said.length) setColumns(Object.keys(said[0]));
  state.numbers = new Set(state.columns.filter((name) => said.some((record) => typeof record[name] === "number")));
  at("title").textContent = `Records of ${state.resource}`;
  replace("head", state.columns.map(heading));
  at("rows").replaceChildren(...said.map(row));
  const last = Math.max(1, Math.ceil(total / SIZE));
  at("place").textContent = `Page ${state.page} of ${last}, ${counted(total, "record")}`;
  at("previous").disabled = state.page <= 1;
  at("next").disabled = state.page >= last;
}

function setColumns(names) {
  if (names.join() === state.columns.join()) return;
  state.columns = names;
  at("field").replaceChildren(...names.map((name) => made("option", name, { value: name })));
}

function heading(name) {
  const down = state.sort === `-${name}`;
  const sorted = down || state.sort === name;
  const cell = made("th", "", { scope: "col", "aria-sort": sorted ? (down ? "descending" : "ascending") : "none" });
  if (state.numbers.has(name)) cell.className = "number";
  const button = made("button", name + (sorted ? (down ? " ▼" : " ▲") : ""), { type: "button", "data-does": name });
  const next = state.sort === name ? `-${name}` : name;
  button.addEventListener("click", trying(() => showOthers({ sort: next, page: 1 })));
  cell.append(button);
  return cell;
}

function row(record) {
  const line = made("tr", "");
  for (const name of state.columns) {
    const text = told(record[name]);
    const cell = made("td", name === state.keys[state.resource] ? "" : text, { title: text, class: kind(name, record[name]) });
    if (name === state.keys[state.resource]) cell.append(keyButton(text, record));
    line.append(cell);
  }
  return line;
}

function told(value) {
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value)) return value.map(told).join(", ") || "–";
  if (typeof value !== "object") return String(value);
  return Object.entries(value).map(([name, each]) => `${name}: ${told(each)}`).join(", ");
}

function kind(name, value) {
  const side = state.numbers.has(name) ? "number" : "";
  if (value === null || value === undefined) return `nothing ${side}`;
  return typeof value === "object" ? "several" : side;
}

function keyButton(text, record) {
  const button = made("button", text, { type: "button", "aria-label": `Show ${state.resource} ${text} whole` });
  button.addEventListener("click", () => {
    at("which").textContent = `${state.resource} ${text}`;
    at("whole").textContent = JSON.stringify(record, null, 2);
    at("record").showModal();
  });
  return button;
}

async function showSnapshots() {
  const { said } = await ask("GET", "/admin/snapshots").catch(() => ({ said: { snapshots: [] } }));
  replace("snapshots", said.snapshots.map(snapshotItem));
}

function snapshotItem(name) {
  const item = made("li", "");
  item.append(made("span", name));
  for (const [word, method, path, body, done] of [
    ["Restore", "POST", "/admin/snapshots/restore", { name }, `The store is as it was at ${name}.`],
    ["Delete", "DELETE", `/admin/snapshots/${encodeURIComponent(name)}`, undefined, `${name} is deleted.`],
  ]) {
    const button = made("button", word, { type: "button", "aria-label": `${word} ${name}`, "data-does": `${word} ${name}` });
    button.addEventListener("click", trying(async () => {
      await ask(method, path, body);
      await refresh();
      return done;
    }));
    item.append(button);
  }
  return item;
}

function turn(step) {
  return trying(() => showOthers({ page: state.page + step }));
}

function keep(id, path, tell) {
  at(id).addEventListener("click", trying(async () => {
    const { said } = await ask("POST", path);
    await refresh();
    return tell(said);
  }));
}

async function begin() {
  const names = await showStats();
  if (names.length && !state.resource) state.resource = names[0];
  await refresh();
}

keep("reset", "/admin/reset", () => "The store holds its initial data.");
keep("save", "/admin/save", (said) => (said.saved ? "Saved." : "Nothing to save: this adapter writes by itself, or nowhere."));
keep("load", "/admin/load", (said) => (said.loaded ? "Loaded." : "Nothing to load: this adapter keeps no file to read."));
at("previous").addEventListener("click", turn(-1));
at("next").addEventListener("click", turn(1));
at("filter").addEventListener("submit", trying(() => {
  const filter = { name: at("field").value + at("operator").value, value: at("value").value };
  return showOthers({ filter, page: 1 });
}));
at("clear").addEventListener("click", trying(() => open(state.resource)));
at("snapshot").addEventListener("submit", trying(async () => {
  const name = at("name").value;
  await ask("POST", "/admin/snapshots", { name });
  at("name").value = "";
  await refresh();
  return `The state of now is kept as ${name}.`;
}));
at("access").addEventListener("submit", trying(async () => {
  sessionStorage.setItem("token", at("token").value);
  at("access").hidden = true;
  await begin();
}));
trying(begin)();
