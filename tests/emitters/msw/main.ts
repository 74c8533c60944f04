/** Ask the mocks through a generated client, and print what they answer. */
import createClient from "openapi-fetch";
import { setupServer } from "msw/node";
import { baseUrl, handlers } from "./mocks/index.js";
import users from "./mocks/data/users.json" with { type: "json" };
import orders from "./mocks/data/orders.json" with { type: "json" };
import type { components, paths } from "./schema.js";

const server = setupServer(...handlers);
server.listen({ onUnhandledRequest: "error" });
const client = createClient<paths>({ baseUrl });
const first = users[0]!;
const order = orders[0]!;
const known = { "user-id": first.id };
const body: components["schemas"]["User"] = { id: 7, name: "Bob" };

const listed = await client.GET("/users");
const me = await client.GET("/users/me");
const found = await client.GET("/users/{user-id}", { params: { path: known } });
const missing = await client.GET("/users/{user-id}", {
  params: { path: { "user-id": 0 } },
});
const created = await client.POST("/users", { body });
const changed = await client.PATCH("/users/{user-id}", {
  params: { path: known },
  body,
});
const removed = await client.DELETE("/users/{user-id}", {
  params: { path: known },
});
const owner = { "user-id": order.user_id };
const own = await client.GET("/users/{user-id}/orders", {
  params: { path: owner },
});
const one = await client.GET("/users/{user-id}/orders/{code}", {
  params: { path: { ...owner, code: order.code } },
});
const foreign = await client.GET("/users/{user-id}/orders/{code}", {
  params: { path: { ...owner, code: "none" } },
});
const report = await fetch(`${baseUrl}/orders:open/report.csv`);
const health = await fetch(`${baseUrl}/health`, { method: "HEAD" });

const answers = {
  listed: listed.data?.items.length,
  me: me.data?.name,
  found: found.data?.id === first.id,
  missing: [missing.response.status, typeof missing.error?.message],
  created: [created.response.status, created.data?.name],
  changed: [changed.data?.name, changed.data?.email === first.email],
  removed: removed.response.status,
  own: own.data?.every((each) => each.user_id === order.user_id),
  ownCount: own.data?.length,
  one: one.data?.code === order.code,
  foreign: foreign.response.status,
  report: [report.headers.get("Content-Type"), await report.text()],
  health: health.status,
};
server.close();
console.log(JSON.stringify(answers));
