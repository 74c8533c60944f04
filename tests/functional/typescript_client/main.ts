/** Ask the server at the given address through a generated client, and print what it answers. */
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

declare const process: { argv: string[] };

const baseUrl = process.argv[2]!;
const client = createClient<paths>({ baseUrl });
const body: components["schemas"]["NewTea"] = { name: "Assam", grams: 50 };
const unnamed: components["schemas"]["NewTea"] = { name: "", grams: 50 };

const before = await client.GET("/teas", { params: { query: { limit: 50 } } });
const created = await client.POST("/teas", { body });
const known = { path: { tea_id: created.data!.id } };
const read = await client.GET("/teas/{tea_id}", { params: known });
const after = await client.GET("/teas", { params: { query: { offset: 3 } } });
const refused = await client.POST("/teas", { body: unnamed });
const removed = await client.DELETE("/teas/{tea_id}", { params: known });
const missing = await client.GET("/teas/{tea_id}", { params: known });

console.log(
  JSON.stringify({
    before: before.data?.map((tea) => tea.id),
    created: [created.response.status, created.data?.name, created.data?.grams],
    read: read.data?.id === created.data?.id,
    after: after.data?.map((tea) => tea.name),
    refused: [refused.response.status, refused.error?.detail?.[0]?.loc],
    removed: removed.response.status,
    missing: missing.response.status,
  }),
);
