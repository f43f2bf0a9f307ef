
const byDate = (a, b) => a.date - b.date;
const index = key => api => { const m = {}; for (const e of api.getFilteredByTag("event").sort(byDate)) for (const x of e.data[key] || []) (m[x] ||= []).push(e); return m; };
const names = tag => api => Object.fromEntries(api.getFilteredByTag(tag).map(p => [p.fileSlug, p]));
export default function (c) {
  c.addPassthroughCopy("style.css");
  c.addCollection("byActor", index("actors")); c.addCollection("byLocation", index("places")); c.addCollection("bySource", index("sources"));
  c.addCollection("actorOf", names("actor")); c.addCollection("placeOf", names("location")); c.addCollection("articleOf", names("article"));
  c.addCollection("order", api => { const s = api.getFilteredByTag("event").sort(byDate), m = {}; s.forEach((e, i) => m[e.fileSlug] = [s[i-1], s[i+1]]); return m; });
  c.addCollection("months", api => { const m = {}; for (const e of api.getFilteredByTag("event").sort(byDate).reverse()) (m[e.date.toISOString().slice(0,7)] ||= []).push(e); return m; });
  c.addFilter("iso", d => d.toISOString().slice(0, 10));
  return { dir: { input: ".", includes: "_includes", output: "_site" }, markdownTemplateEngine: false };
}