// The search itself, without a page: three indexes, of names, of titles and of texts, asked in this order.
(function () {
  "use strict";

  const { words, sound, fold } = window.dateline;

  /** Words that titles leave out as easily as they have them; they count only in a search for nothing else. */
  const SLIGHT = new Set("a an and at by for from in is of on or the to was were with ad al ar as ash at az el ez".split(" "));
  const CHUNK = 500;
  /** A word of fewer letters has too many neighbours to be forgiven a typing error. */
  const FORGIVEN = 4;

  /**
   * @typedef {object} Doc a record as the search knows it
   * @property {string} id its address: `events/tabqa-falls/`
   * @property {string} kind
   * @property {string} name name or title
   * @property {string[]} others other names, titles in other languages
   * @property {string} note what it is, or when it was
   * @property {number} month months since January of the year 0; 0 if none
   * @property {Set<number>} actors places in the list of actors
   * @property {Set<number>} places those of the event and all that they are part of
   * @property {string} grade
   */

  function index(fields) {
    return new MiniSearch({
      fields,
      extractField: (doc, field) => (field === "id" ? doc.id : FIELDS[field](doc)),
      tokenize: (text, field) => (field === "sound" ? text.split(" ").filter(Boolean) : words(text)),
      processTerm: (term) => term,
    });
  }

  const FIELDS = {
    name: (doc) => doc.name,
    others: (doc) => doc.others.join(" · "),
    sound: (doc) => sounds(words([doc.name, ...doc.others].join(" · "))).join(" "),
    text: (doc) => doc.text,
  };

  /** How words sound; one letter says too little. */
  function sounds(spelt) {
    return spelt.map(sound).filter((heard) => heard.length > 1);
  }

  /** The search of one site. Texts are found once they have been added. */
  class Search {
    constructor() {
      /** @type {Map<string, Doc>} */
      this.docs = new Map();
      this.names = index(["name", "others", "sound"]);
      this.titles = index(["name", "others", "sound"]);
      this.texts = index(["text"]);
      /** @type {Map<string, string>} */
      this.written = new Map();
      this.folders = {};
      this.lists = { actor: [], location: [] };
      this.months = [];
    }

    /** Take in `search/names.js`. */
    addNames(value) {
      this.folders = value.folders;
      for (const kind of ["actor", "location", "topic", "page"]) {
        const docs = value[kind].map(([id, name, others, note, part]) => this.doc(kind, id, { name, others, note, part }));
        this.lists[kind] = docs;
        this.names.addAll(docs);
      }
    }

    /** Take in `search/titles.js`, a little at a time, so that the page goes on answering. */
    async addTitles(value) {
      this.months = value.months;
      const events = value.event.map(([id, name, others, note, month, actors, places, grade]) =>
        this.doc("event", id, { name, others, note, month, actors: new Set(actors), places: this.around(places), grade }));
      const articles = value.article.map(([id, name, others, note, month, actors]) =>
        this.doc("article", id, { name, others, note, month, actors: new Set(actors) }));
      this.lists.event = events;
      this.lists.article = articles;
      await this.titles.addAllAsync([...events, ...articles], { chunkSize: CHUNK });
    }

    /** Take in one of the files of texts. */
    async addTexts(value) {
      const docs = [];
      for (const [id, text] of Object.entries(value)) {
        this.written.set(id, text);
        if (this.docs.has(id)) { docs.push({ id, text }); }
      }
      await this.texts.addAllAsync(docs, { chunkSize: CHUNK });
    }

    doc(kind, id, fields) {
      const folder = this.folders[kind];
      const doc = { grade: "", month: 0, actors: NOBODY, places: NOBODY, ...fields, kind, id: folder ? `${folder}/${id}/` : `${id}/` };
      this.docs.set(doc.id, doc);
      return doc;
    }

    /** Places and everything that they are part of. */
    around(places) {
      const found = new Set();
      for (let place of places) {
        while (place >= 0 && !found.has(place)) {
          found.add(place);
          place = this.lists.location[place].part;
        }
      }
      return found;
    }

    /**
     * Who, where and what is meant, best first.
     * @param {string} query @param {function(Doc): boolean} fits @returns {Doc[]}
     */
    findNames(query, fits) { return this.find(this.names, query, fits); }

    /** Events and articles by their titles; without words, all that fit, in the order of time. */
    findTitles(query, fits) {
      if (!words(query).length) { return [...(this.lists.event ?? []), ...(this.lists.article ?? [])].filter(fits); }
      return this.find(this.titles, query, fits);
    }

    /** Records by their text. */
    findTexts(query, fits) {
      const spelt = weighty(words(query));
      if (!spelt.length) { return []; }
      const found = this.texts.search({ combineWith: "AND", queries: spelt }, { prefix: true, fuzzy: false });
      return found.map((result) => this.docs.get(result.id)).filter(fits);
    }

    /** What is spelt so; and only where nothing is, what is spelt or sounds much like it. */
    find(among, query, fits) {
      const spelt = weighty(words(query));
      if (!spelt.length) { return []; }
      const filter = (result) => fits(this.docs.get(result.id));
      const options = { fields: ["name", "others"], boost: { name: 2 }, prefix: true, filter, boostDocument: (id) => this.weight(id, query) };
      let found = among.search({ combineWith: "AND", queries: spelt }, options);
      if (!found.length) { found = among.search({ combineWith: "AND", queries: spelt.map(likely) }, options); }
      return found.map((result) => this.docs.get(result.id));
    }

    /** A name that is just the query comes before longer ones; where it is a question of nothing else, events before reports. */
    weight(id, query) {
      const doc = this.docs.get(id);
      const same = [doc.name, ...doc.others].some((name) => fold(name) === fold(query));
      return (same ? 4 : 1) * (doc.kind === "article" ? 0.7 : 1);
    }

    /** The sentence or so of a record's text in which a word of the query stands first: before it, it, after it. */
    excerpt(id, query) {
      const text = this.written.get(id) ?? "";
      const spelt = weighty(words(query));
      for (const found of text.matchAll(/[^\s]+/gu)) {
        if (words(found[0]).some((word) => spelt.some((term) => word.startsWith(term)))) { return around(text, found.index, found[0].length); }
      }
      return around(text, 0, 0);
    }
  }

  const NOBODY = new Set();
  const BEFORE = 70;
  const AFTER = 130;

  function around(text, start, length) {
    const from = start > BEFORE ? text.indexOf(" ", start - BEFORE) + 1 : 0;
    const until = text.lastIndexOf(" ", start + length + AFTER);
    const end = text.length <= start + length + AFTER ? text.length : Math.max(until, start + length);
    return [(from ? "… " : "") + text.slice(from, start), text.slice(start, start + length), text.slice(start + length, end) + (end < text.length ? " …" : "")];
  }

  function weighty(spelt) {
    const kept = spelt.filter((word) => !SLIGHT.has(word));
    return kept.length ? kept : spelt;
  }

  /** A word as it may have been meant: with a typing error, or by its sound. */
  function likely(word) {
    const spelling = { queries: [word], prefix: true, fuzzy: word.length >= FORGIVEN ? 0.25 : false };
    const hearing = { queries: sounds([word]), fields: ["sound"], prefix: false, fuzzy: false, tokenize: (text) => [text], boost: { sound: 0.5 } };
    return { combineWith: "OR", queries: hearing.queries.length ? [spelling, hearing] : [spelling] };
  }

  Object.assign(window.dateline, { Search });
})();
